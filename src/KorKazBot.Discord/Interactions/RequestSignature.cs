using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NSec.Cryptography;

namespace KorKazBot.Discord.Interactions;

/// <summary>Tells whether a request is Discord's: Ed25519 over the timestamp and the body's bytes as they came.</summary>
/// <param name="publicKey">The application's public key, 64 hexadecimal digits.</param>
/// <param name="time">The clock.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class RequestSignature(string publicKey, TimeProvider time)
{
    /// <summary>
    /// How old a request may be. Discord gives no figure; an interaction can be answered for 15 minutes, so a replay after that could do
    /// nothing anyway, and a clock that is a few minutes wrong doesn't cost the endpoint.
    /// </summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(15);

    private const int SignatureBytes = 64;
    private const int MaxTimestamp = 16;

    private readonly PublicKey? _key =
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey, out var key) ? key : null;

    /// <summary>Reads the two headers.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="signature">Takes 64 bytes.</param>
    /// <param name="timestamp">The timestamp as it came.</param>
    /// <returns>False where one is missing, doubled or of another shape: such a request isn't Discord's.</returns>
    public static bool TryReadHeaders(IHeaderDictionary headers, Span<byte> signature, out string timestamp)
    {
        timestamp = "";
        if (headers["X-Signature-Ed25519"] is not [{ Length: 2 * SignatureBytes } hex]) return false;
        if (headers["X-Signature-Timestamp"] is not [{ Length: > 0 and <= MaxTimestamp } seconds] || !seconds.All(char.IsAsciiDigit)) return false;
        timestamp = seconds;
        return Convert.FromHexString(hex, signature, out _, out var written) == OperationStatus.Done && written == SignatureBytes;
    }

    /// <summary>Checks the signature.</summary>
    /// <param name="signature">64 bytes.</param>
    /// <param name="timestamp">The timestamp as it came.</param>
    /// <param name="body">The body as it came.</param>
    public bool IsValid(ReadOnlySpan<byte> signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (_key is null) return false;
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, signature);
    }

    /// <summary>Whether a request is too old to be anything but a replay. A clock of ours that is slow makes none too old.</summary>
    public bool IsStale(string timestamp)
    {
        var sent = long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
        return time.GetUtcNow().ToUnixTimeSeconds() - sent > (long)MaxAge.TotalSeconds;
    }
}
