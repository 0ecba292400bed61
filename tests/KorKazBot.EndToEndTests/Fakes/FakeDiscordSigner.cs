using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace KorKazBot.Fakes;

/// <summary>Signs interactions as Discord does, and sends them to an endpoint.</summary>
public sealed class FakeDiscordSigner : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    /// <summary>The application's public key, as the developer portal shows it.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>The signature of a timestamp and a body, in hexadecimal.</summary>
    public string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    /// <summary>A signed request.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="json">The interaction.</param>
    /// <param name="at">When it is signed.</param>
    public HttpRequestMessage Request(Uri endpoint, string json, DateTimeOffset at)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Request(endpoint, body, timestamp, Sign(timestamp, body));
    }

    /// <summary>A request with any headers; null: none.</summary>
    public static HttpRequestMessage Request(Uri endpoint, byte[] body, string? timestamp, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (timestamp is not null) request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        return request;
    }

    public void Dispose() => _key.Dispose();
}
