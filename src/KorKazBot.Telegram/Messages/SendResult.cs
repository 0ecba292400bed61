namespace KorKazBot.Telegram.Messages;

/// <summary>How sending an answer ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Description">Telegram's words for what was not sent; empty otherwise.</param>
/// <param name="MovedTo">The chat's new id, where Telegram told it: settings have to move there.</param>
internal sealed record SendResult(SendOutcome Outcome, string Description = "", long? MovedTo = null);

/// <summary>How sending ended.</summary>
internal enum SendOutcome
{
    /// <summary>All parts are there.</summary>
    Sent,

    /// <summary>Nobody can be written to there any more: the bot was blocked or thrown out, or the account is gone.</summary>
    DeadChat,

    /// <summary>The bot is there, but mustn't write.</summary>
    Muted,

    /// <summary>Telegram refuses this message, and always will.</summary>
    Refused,

    /// <summary>Telegram couldn't be reached, was broken, or asks for more patience than ours; surely not sent.</summary>
    Failed,

    /// <summary>Sent twice without an answer: it may be there, and a third time would only annoy.</summary>
    Unknown,
}
