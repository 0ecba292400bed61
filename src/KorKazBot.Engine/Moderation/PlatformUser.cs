using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KorKazBot.Engine.Moderation;

/// <summary>A user as a platform names them.</summary>
/// <param name="Platform"><c>telegram</c> or <c>discord</c>.</param>
/// <param name="Id">The platform's number, never a name: names change hands.</param>
public sealed record PlatformUser(string Platform, string Id)
{
    private static readonly string[] Platforms = ["telegram", "discord"];

    /// <summary>Reads <c>telegram:12345</c>, or the number alone where the platform is known.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="usual">The platform of a number alone; empty: a number alone says too little.</param>
    /// <param name="user">Whom it names.</param>
    /// <returns>False where it isn't a positive number of a platform on which people have one.</returns>
    public static bool TryParse(string text, string usual, [NotNullWhen(true)] out PlatformUser? user)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var platform = colon < 0 ? usual : text[..colon].ToLowerInvariant();
        user = Platforms.Contains(platform) && ulong.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new PlatformUser(platform, id.ToString(CultureInfo.InvariantCulture))
            : null;
        return user is not null;
    }

    /// <summary>As people write it: <c>telegram:12345</c>.</summary>
    public override string ToString() => $"{Platform}:{Id}";
}
