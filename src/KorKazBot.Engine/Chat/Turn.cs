using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.Chat;

/// <summary>One message or button press of a user, from any platform.</summary>
public sealed record Turn
{
    /// <summary>Where it was said and by whom.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>What was typed; empty where a button was pressed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The button's action; null where something was typed.</summary>
    public ReplyAction? Action { get; init; }

    /// <summary>The language of the user's client or of the chat, where the platform tells it.</summary>
    public Language? ClientLanguage { get; init; }

    /// <summary>What the person may do here, as the platform itself told it for this turn.</summary>
    public Role Role { get; init; }

    /// <summary>Whether the chat is the person's own: nobody is in it but them and the bot.</summary>
    public bool IsOwnChat { get; init; }

    /// <summary>Whether nobody but the person sees the reply, as in <see cref="IsOwnChat"/>.</summary>
    public bool IsPrivate { get => IsOwnChat || field; init; }

    /// <summary>The chat whose settings hold; null: the conversation's own. For Discord the server.</summary>
    public string? SettingsChat { get; init; }

    /// <summary>Where what is set for this chat is kept.</summary>
    public ChatId Chat => new(Conversation.Platform, SettingsChat ?? Conversation.Chat);

    /// <summary>Who it is.</summary>
    public PlatformUser User => new(Conversation.Platform, Conversation.User);
}

/// <summary>One user in one chat; the memory of follow-ups and of the chosen language is kept per conversation.</summary>
/// <param name="Platform"><c>console</c>, <c>telegram</c> or <c>discord</c>.</param>
/// <param name="Chat">The platform's id of the chat.</param>
/// <param name="User">The platform's id of the user.</param>
public sealed record Conversation(string Platform, string Chat, string User);
