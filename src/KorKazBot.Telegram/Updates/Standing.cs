using Telegram.Bot.Types;

namespace KorKazBot.Telegram.Updates;

/// <summary>Tells whether a sender's number stands for one person, and the words are that person's own: only then can they have a role.</summary>
internal static class Standing
{
    /// <summary>Under this id Telegram itself writes, and what a channel posts comes into its group.</summary>
    public const long ServiceNotifications = 777000;

    /// <summary>Under this id people write who speak as a channel.</summary>
    public const long ChannelBot = 136817688;

    /// <summary>Whether somebody has written a message themselves, for this chat, under their own number.</summary>
    public static bool IsOwnWord(Message message) =>
        message is { SenderChat: null, ViaBot: null, SenderBusinessBot: null, ForwardOrigin: null, IsAutomaticForward: false } && IsPerson(message.From);

    /// <summary>Whether a number is one person's; several administrators share the anonymous one.</summary>
    public static bool IsPerson(User? user) =>
        user is { IsBot: false, Id: not (AskedText.AnonymousAdministrator or ServiceNotifications or ChannelBot) };
}
