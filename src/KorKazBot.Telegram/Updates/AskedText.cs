using System.Buffers;
using KorKazBot.Telegram.Commands;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KorKazBot.Telegram.Updates;

/// <summary>Finds out whether a message speaks to the bot, and what it asks.</summary>
/// <param name="me">Who we are.</param>
internal sealed class AskedText(BotIdentity me)
{
    /// <summary>Under this id administrators write who don't show themselves.</summary>
    public const long AnonymousAdministrator = 1087968824;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \n\t\r\u00A0\u3000");

    /// <summary>Whether a person wrote a message for this chat: no bot, no channel, nothing sent through a bot or forwarded by itself.</summary>
    public static bool IsFromPerson(Message message)
    {
        if (message.IsAutomaticForward || message.ViaBot is not null || message.From is null || message.Chat.Type == ChatType.Channel) return false;
        if (message.From.Id == AnonymousAdministrator) return message.SenderChat?.Id == message.Chat.Id;
        return !message.From.IsBot && message.SenderChat is null;
    }

    /// <summary>What a message asks, as a turn's text; null: it isn't for us.</summary>
    /// <param name="message">A person's message with text.</param>
    /// <param name="isOpen">Whether a group's people want every message taken as a question.</param>
    public string? In(Message message, bool isOpen)
    {
        var text = message.Text?.Trim() ?? "";
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (text.StartsWith('/')) return message.ForwardOrigin is null ? Command(text, message, isPrivate) : null;
        if (isPrivate) return text.Length > 0 ? text : null;
        if (message.ForwardOrigin is not null) return null;
        if (WithoutMention(message) is { } rest) return rest.Length > 0 ? Command(rest, message, isPrivate: true) : About(message) ?? "/help";
        if (RepliedTo(message) is { } replied) return replied.From?.Id == me.Id ? text : null;
        return isOpen && text.Length > 0 ? text : null;
    }

    // A command without a name may be for another bot of the group, unless it is one of ours. A name that isn't ours settles it.
    private string? Command(string text, Message message, bool isPrivate)
    {
        if (!text.StartsWith('/')) return text;
        var end = text.AsSpan().IndexOfAny(Spaces);
        var (name, argument) = end < 0 ? (text, "") : (text[..end], text[(end + 1)..].Trim());
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !me.IsCalled(name.AsSpan(at + 1))) return null;
        if (at >= 0) name = name[..at];
        else if (!isPrivate && !BotCommands.IsOurs(name)) return null;

        if (name.Equals("/start", StringComparison.OrdinalIgnoreCase)) return PassageLinks.ToCommand(argument);
        if (name.Equals("/ask", StringComparison.OrdinalIgnoreCase) && argument.Length == 0 && About(message) is { } about) return about;
        return $"{name} {argument}".TrimEnd();
    }

    // "Find the quote for this": somebody else's message, or the part of it that was marked. What looks like a command in it is a question.
    private string? About(Message message)
    {
        if (RepliedTo(message) is not { } replied || replied.From?.Id == me.Id) return null;
        var text = message.Quote?.Text ?? replied.Text ?? replied.Caption;
        return string.IsNullOrWhiteSpace(text) ? null : $"/ask {text}";
    }

    // Everything in a topic replies to the message that opened the topic.
    private static Message? RepliedTo(Message message) =>
        message.ReplyToMessage is { ForumTopicCreated: null } replied && replied.Id != message.MessageThreadId ? replied : null;

    private string? WithoutMention(Message message)
    {
        foreach (var entity in message.Entities ?? [])
        {
            var (start, length) = (entity.Offset, entity.Length);
            if (start < 0 || length <= 0 || start > message.Text!.Length - length) continue;
            var isMe = entity.Type switch
            {
                MessageEntityType.Mention => me.IsCalled(message.Text.AsSpan(start, length).TrimStart('@')),
                MessageEntityType.TextMention => entity.User?.Id == me.Id,
                _ => false,
            };
            if (isMe) return message.Text.Remove(start, length).Trim().TrimStart(',', ':').Trim();
        }

        return null;
    }
}
