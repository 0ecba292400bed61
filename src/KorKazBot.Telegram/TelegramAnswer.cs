using System.Collections.Immutable;
using KorKazBot.Engine.Delivery;
using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Telegram;

/// <summary>An answer, drawn and ready to send.</summary>
public sealed record TelegramAnswer
{
    /// <summary>The event that is answered.</summary>
    public required EventId Cause { get; init; }

    /// <summary>The chat.</summary>
    public required long Chat { get; init; }

    /// <summary>The topic within a forum; null: none.</summary>
    public int? Topic { get; init; }

    /// <summary>The message that the first part replies to; null: none.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The messages, in order. The same cause must give the same parts again: their numbers tell which of them were sent.</summary>
    public required ImmutableArray<TelegramPart> Parts { get; init; }
}

/// <summary>One message of an answer.</summary>
/// <param name="Html">In Telegram's HTML.</param>
/// <param name="Plain">The same without any markup, should Telegram refuse the markup.</param>
/// <param name="Keyboard">The buttons beneath; null: none.</param>
public sealed record TelegramPart(string Html, string Plain, InlineKeyboardMarkup? Keyboard = null);

/// <summary>How sending an answer ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Description">Telegram's words for what was not sent; empty otherwise.</param>
/// <param name="MovedTo">The chat's new id, where Telegram told it: settings have to move there.</param>
public sealed record SendResult(SendOutcome Outcome, string Description = "", long? MovedTo = null);

/// <summary>How sending ended.</summary>
public enum SendOutcome
{
    /// <summary>All parts are there.</summary>
    Sent,

    /// <summary>Nobody can be written to there any more: the bot was blocked or thrown out, or the account is gone.</summary>
    DeadChat,

    /// <summary>Telegram refuses this message, and always will.</summary>
    Refused,

    /// <summary>Telegram couldn't be reached or was broken; surely not sent, so a later attempt is safe.</summary>
    Failed,

    /// <summary>Sent twice without an answer: it may be there, and a third time would only annoy.</summary>
    Unknown,
}
