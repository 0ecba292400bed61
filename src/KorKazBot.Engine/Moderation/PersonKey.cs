using System.Security.Cryptography;
using System.Text;

namespace KorKazBot.Engine.Moderation;

/// <summary>Stands for a person where something must be told apart by person and need not be told whose it is.</summary>
/// <param name="Value">64 hexadecimal digits, made by <see cref="PersonKeys"/>.</param>
public sealed record PersonKey(string Value);

/// <summary>Makes the keys of people: nobody gets from a key to a person without the secret, which isn't in the database.</summary>
/// <remarks>With another secret everybody is somebody else: votes can be cast again, and old ones can't be forgotten by their owners.</remarks>
public sealed class PersonKeys
{
    /// <summary>Shortest secret, in bytes.</summary>
    public const int MinSecretBytes = 16;

    private readonly byte[] _secret;

    /// <summary>Takes the secret.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="MinSecretBytes"/>.</exception>
    public PersonKeys(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < MinSecretBytes) throw new ArgumentException($"The secret is shorter than {MinSecretBytes} bytes.", nameof(secret));
        _secret = [.. secret];
    }

    /// <summary>The key of a platform's user: HMAC-SHA-256, apart from whatever else the secret may authenticate.</summary>
    public PersonKey Of(string platform, string userId) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"person\n{platform}\n{userId}"))));
}
