using System.Globalization;
using KorKazBot.Engine.Delivery;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = KorKazBot.Engine.Delivery.ChatId;

namespace KorKazBot.Telegram.Updates;

/// <summary>What becomes of an update before anything is stored of it.</summary>
/// <param name="Lane">What it must stay in order with; null: nothing is done about it.</param>
/// <param name="Reason">Why nothing is done, or what kind of update it is.</param>
/// <param name="User">Whose limits it counts against; null: nobody's.</param>
internal readonly record struct Triage(string? Lane, string Reason, string? User = null);

/// <summary>Tells what is for us from what isn't, so that nothing is kept of people who talk to each other.</summary>
/// <param name="settings">What the people of a chat have set.</param>
/// <param name="me">Who we are.</param>
internal sealed class UpdateTriage(IChatSettingsStore settings, BotIdentity me)
{
    private static readonly HashSet<MessageType> Media =
    [
        MessageType.Photo, MessageType.Audio, MessageType.Video, MessageType.Voice, MessageType.Document, MessageType.Sticker, MessageType.Location,
        MessageType.Contact, MessageType.Venue, MessageType.Game, MessageType.VideoNote, MessageType.Poll, MessageType.Dice, MessageType.Animation,
        MessageType.Story, MessageType.PaidMedia, MessageType.Checklist, MessageType.LivePhoto, MessageType.RichMessage,
    ];

    private readonly AskedText _asked = new(me);

    /// <summary>Decides; asks for the chat's settings only where they matter.</summary>
    /// <exception cref="StoreUnavailableException">The settings can't be read now.</exception>
    public async ValueTask<Triage> DecideAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { Message: { } message } => await DecideAsync(message, cancellationToken),
        { CallbackQuery: { } press } => new Triage(Id(press.Message?.Chat.Id ?? press.From.Id), "callback_query", Id(press.From.Id)),
        { InlineQuery: { } query } => new Triage($"inline {Id(query.From.Id)}", "inline_query"),
        { MyChatMember: { } change } => new Triage(Id(change.Chat.Id), "my_chat_member"),
        _ => new Triage(null, "not asked for"),
    };

    private async ValueTask<Triage> DecideAsync(Message message, CancellationToken cancellationToken)
    {
        var chat = Id(message.Chat.Id);
        if (message.MigrateToChatId is not null || message.MigrateFromChatId is not null) return new Triage(chat, "message");
        if (!AskedText.IsFromPerson(message)) return new Triage(null, "not from a person");

        var user = Id(message.From!.Id);
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (message.Text is null) return isPrivate && Media.Contains(message.Type) ? new Triage(chat, "message", user) : new Triage(null, "no text");

        if (_asked.In(message, isOpen: false) is not null) return new Triage(chat, "message", user);
        if (isPrivate) return new Triage(null, "not for us");
        var isOpen = (await settings.ReadAsync(new ChatId(UpdateReader.Platform, chat), cancellationToken)).IsOpen;
        return isOpen && _asked.In(message, isOpen) is not null ? new Triage(chat, "message", user) : new Triage(null, "not for us");
    }

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
