namespace KorKazBot.Discord;

/// <summary>How to reach Discord, and as which application.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>The bot's token, for registering the commands and for the gateway; a secret. Default empty: neither is done.</summary>
    public string Token { get; set; } = "";

    /// <summary>The application's id. Default empty: Discord tells it to whom the token belongs.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>The application's public key, 64 hexadecimal digits. Default empty: the endpoint is not served.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>Discord's REST API, ending in <c>/api/v10/</c>; another only for tests. Default Discord's own.</summary>
    public string ApiUrl { get; set; } = "https://discord.com/api/v10/";

    /// <summary>Discord's gateway, <c>wss://…</c>; another only for tests. Default empty: Discord tells it.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>Gateway connections, 1 to 1,000; Discord wants one for every 2,500 servers. Default 1.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Whether the endpoint for interactions can be served.</summary>
    internal bool HasEndpoint => PublicKey.Length > 0;

    /// <summary>Whether the bot can call Discord.</summary>
    internal bool HasToken => Token.Length > 0;

    /// <summary>The keys whose values can't be used, with the reason worded to follow the key; no value of a secret is repeated.</summary>
    public IEnumerable<(string Key, string Reason)> Broken()
    {
        if (Token.Any(character => character is <= ' ' or > '~'))
            yield return ($"{Section}:{nameof(Token)}", "has a character that no token has. Copy it again from the developer portal.");
        if (!ApplicationId.All(char.IsAsciiDigit) || ApplicationId.Length > 20)
            yield return ($"{Section}:{nameof(ApplicationId)}", "is not a number. Copy it from the developer portal, General Information.");
        if (PublicKey.Length > 0 && (PublicKey.Length != 64 || !PublicKey.All(char.IsAsciiHexDigit)))
            yield return ($"{Section}:{nameof(PublicKey)}", "is not 64 hexadecimal digits. Copy it from the developer portal, General Information.");
        if (!IsAddress(ApiUrl, "https", "http") || !ApiUrl.EndsWith("/api/v10/", StringComparison.Ordinal))
            yield return ($"{Section}:{nameof(ApiUrl)}", "is not an https address that ends in /api/v10/ (http on this machine only).");
        if (GatewayUrl.Length > 0 && !IsAddress(GatewayUrl, "wss", "ws"))
            yield return ($"{Section}:{nameof(GatewayUrl)}", "is not a wss address (ws on this machine only).");
        if (Shards is < 1 or > 1000) yield return ($"{Section}:{nameof(Shards)}", "is not between 1 and 1,000.");
    }

    // The token travels to these addresses: in the clear only where nobody listens between.
    private static bool IsAddress(string text, string scheme, string onThisMachine) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == scheme || url.Scheme == onThisMachine && url.IsLoopback);
}
