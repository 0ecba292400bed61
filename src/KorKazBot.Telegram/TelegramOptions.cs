namespace KorKazBot.Telegram;

/// <summary>How updates come.</summary>
public enum TelegramMode
{
    /// <summary>The bot asks for them; works behind any firewall.</summary>
    Polling,

    /// <summary>Telegram brings them to <see cref="TelegramOptions.WebhookUrl"/>.</summary>
    Webhook,
}

/// <summary>How to reach Telegram, and as which bot.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>The bot's token from BotFather; a secret. Default empty: the adapter isn't started.</summary>
    public string Token { get; set; } = "";

    /// <summary>How updates come: <see cref="TelegramMode.Polling"/> (default) or <see cref="TelegramMode.Webhook"/>.</summary>
    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>The https address at which Telegram reaches <c>/telegram/webhook</c> of this program. Default empty; needed for webhooks.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>What Telegram proves itself with: 1 to 256 of A-Z, a-z, 0-9, _ and -; a secret. Default empty; needed for webhooks.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The Bot API server; another for a local one or for tests. Default Telegram's own.</summary>
    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The bot's id, which the token begins with.</summary>
    internal string BotId => Token.Split(':')[0];

    /// <summary>Whether there is a bot to be.</summary>
    internal bool HasToken => Token.Length > 0;

    /// <summary>The keys whose values can't be used, with the reason worded to follow the key; no value of a secret is repeated.</summary>
    public IEnumerable<(string Key, string Reason)> Broken()
    {
        if (HasToken && !IsToken(Token)) yield return Of(nameof(Token), "is not a bot token, digits:letters. Copy it again from BotFather.");
        if (!IsAddress(ApiUrl)) yield return Of(nameof(ApiUrl), "is not an https address (http on this machine only).");
        if (!Enum.IsDefined(Mode)) yield return Of(nameof(Mode), "is neither Polling nor Webhook.");
        if (!HasToken || Mode != TelegramMode.Webhook) yield break;
        if (!IsAddress(WebhookUrl)) yield return Of(nameof(WebhookUrl), "is not an https address, which webhooks need.");
        if (WebhookSecret.Length is 0 or > 256 || !WebhookSecret.All(IsUrlSafe))
            yield return Of(nameof(WebhookSecret), "is not 1 to 256 of A-Z, a-z, 0-9, _ and -, which webhooks need.");
    }

    /// <summary>Nothing secret, so that options can be logged.</summary>
    public override string ToString() => $"{Section}: {Mode}, {ApiUrl}";

    private static (string Key, string Reason) Of(string name, string reason) => ($"{Section}:{name}", reason);

    private static bool IsToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 20
            && token.Length - colon is > 1 and < 256
            && token[..colon].All(char.IsAsciiDigit)
            && token[(colon + 1)..].All(IsUrlSafe);
    }

    // The token travels in these addresses: in the clear only where nobody listens between.
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    private static bool IsUrlSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
