using System.Diagnostics.CodeAnalysis;

namespace KorKazBot.Telegram.Api;

/// <summary>What Telegram answered to a call, or that it didn't.</summary>
/// <typeparam name="T">What the call gives.</typeparam>
internal sealed record TelegramResult<T>
{
    /// <summary>Whether Telegram did it; then there is a <see cref="Value"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk { get; init; }

    /// <summary>What the call gave.</summary>
    public T? Value { get; init; }

    /// <summary>Telegram's code, or HTTP's where something before Telegram answered; 0: no whole answer came.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Telegram's own words, or what was wrong with the answer; never the token.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many seconds not to call again, where Telegram says so.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The chat's new id, where it became a supergroup.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>No whole answer came, so the call may have had its effect or not.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Telegram is not to be reached, or broken: the same call may succeed later.</summary>
    public bool IsTransient => !IsOk && ErrorCode is 0 or >= 500;

    /// <summary>The token is refused: to Telegram, the path that it is part of is then "not found" or "unauthorized".</summary>
    public bool IsTokenRefused => IsFromTelegram && ErrorCode is (401 or 404);

    // A proxy that has lost its way answers 404 as well, and must not end the bot.
    public bool IsFromTelegram { get; init; }

    /// <summary>The markup isn't understood.</summary>
    public bool IsParseError => Says("can't parse entities");

    /// <summary>The message stands as it should already.</summary>
    public bool IsNotModified => Says("message is not modified");

    /// <summary>The message to change is gone, or too old to be changed.</summary>
    public bool IsUneditable => Says("message to edit not found") || Says("message can't be edited");

    /// <summary>The message that was replied to is gone; Telegram has worded it in three ways over the years.</summary>
    public bool IsReplyNotFound => Says("message to be replied not found") || Says("reply message not found") || Says("replied message not found");

    /// <summary>The topic is gone.</summary>
    public bool IsTopicNotFound => Says("message thread not found");

    /// <summary>The bot is in the chat, but mustn't write there.</summary>
    public bool IsForbiddenToWrite => Says("rights to send") || Says("CHAT_WRITE_FORBIDDEN") || Says("CHAT_RESTRICTED");

    /// <summary>Nobody can be written to there any more: the bot was blocked or thrown out, or the account is gone.</summary>
    public bool IsDeadChat => ErrorCode == 403 || Says("chat not found") || Says("group chat was deactivated");

    private bool Says(string words) => ErrorCode is 400 or 403 && Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
