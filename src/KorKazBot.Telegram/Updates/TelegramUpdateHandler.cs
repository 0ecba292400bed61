using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = KorKazBot.Engine.Delivery.ChatId;

namespace KorKazBot.Telegram.Updates;

/// <summary>Decides what to do about an update: a turn for the engine, its reply as a plan.</summary>
/// <param name="ports">What to work with.</param>
/// <param name="me">Who we are.</param>
/// <param name="time">The clock.</param>
internal sealed class TelegramUpdateHandler(TelegramPorts ports, BotIdentity me, TimeProvider time)
{
    /// <summary>What is older isn't answered any more: the talk has gone on.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromHours(1);

    private readonly AskedText _asked = new(me);
    private readonly ButtonData _buttons = new(ports.Codes);
    private readonly TelegramReply _pen = new(new ButtonData(ports.Codes));
    private readonly InlineCards _cards = new(ports.Corpus, ports.Answerer);
    private readonly Occasions _away = new(time, MostAge);
    private readonly Occasions _hints = new(time, TimeSpan.FromHours(1));

    /// <summary>Decides.</summary>
    /// <exception cref="StoreUnavailableException">The chat's settings can't be read or changed now.</exception>
    public async Task<Plan> HandleAsync(Work work, CancellationToken cancellationToken) => work.Update switch
    {
        { Message: { } message } => await HandleAsync(message, work.Notice, cancellationToken),
        { CallbackQuery: { } press } => await HandleAsync(press, work, cancellationToken) with { Callback = press.Id },
        { InlineQuery: { } query } => new Plan.Cards(_cards.Answer(query)),
        { MyChatMember: { } change } => await HandleAsync(change, cancellationToken),
        _ => new Plan.Silence("kind"),
    };

    private async Task<Plan> HandleAsync(Message message, Notice notice, CancellationToken cancellationToken)
    {
        if (message.MigrateToChatId is { } newId) return await MoveAsync(message.Chat.Id, newId, cancellationToken);
        if (message.MigrateFromChatId is { } oldId) return await MoveAsync(oldId, message.Chat.Id, cancellationToken);

        var chat = IdOf(message.Chat.Id);
        var settings = await ports.Settings.ReadAsync(chat, cancellationToken);
        var isPrivate = message.Chat.Type == ChatType.Private;
        var text = message.Text is null ? null : _asked.In(message, settings.IsOpen);

        // Who starts the bot has let it in again, even if that wasn't heard.
        if (!settings.IsActive && isPrivate && text?.StartsWith("/start", StringComparison.Ordinal) == true)
            settings = await ports.Settings.ChangeAsync(chat, old => old with { IsActive = true, MutedUntil = null }, cancellationToken);
        if (!MayWrite(settings)) return new Plan.Silence("muted");

        var language = LanguageOf(settings, message.From);
        var words = Texts.In(language ?? Language.English);
        if (notice != Notice.None) return Send(message, TelegramReply.Say(Words(notice, words)));
        if (IsOld(message))
            return isPrivate && _away.Take(chat.Id) ? Send(message, TelegramReply.Say(words.WasAway)) : new Plan.Silence("old");
        if (message.Text is null)
            return _hints.Take(chat.Id) ? Send(message, TelegramReply.Say(words.OnlyText)) : new Plan.Silence("hinted already");
        if (text is null) return new Plan.Silence("not for us");

        var turn = TurnIn(message.Chat, message.From!, language) with { Text = text };
        if (Standing.IsOwnWord(message)) turn = turn with { Role = await ports.RoleOf(turn.User, cancellationToken) };
        var reply = await ports.Turns.RespondAsync(turn, cancellationToken);
        return new Plan.Send(Answering(message), _pen.Draw(reply));
    }

    private async Task<Plan> HandleAsync(CallbackQuery press, Work work, CancellationToken cancellationToken)
    {
        var settings = press.Message is null
            ? ChatSettings.Default
            : await ports.Settings.ReadAsync(IdOf(press.Message.Chat.Id), cancellationToken);
        var language = LanguageOf(settings, press.From);
        var words = Texts.In(language ?? Language.English);
        if (press.Message is not { } pressed) return new Plan.Alert(words.ButtonStale);
        if (!MayWrite(settings)) return new Plan.Silence("muted");
        if (work.Notice != Notice.None) return new Plan.Alert(Words(work.Notice, words));
        if (time.GetUtcNow() - work.Told?.ReceivedAt > MostAge) return new Plan.Silence("old");
        if (!_buttons.TryRead(press.Data, out var action, out var inPlace)) return new Plan.Alert(words.ButtonStale);

        var isPrivate = pressed.Chat.Type == ChatType.Private;
        var asked = pressed.ReplyToMessage;
        if (inPlace && !isPrivate && asked?.From is { } asker && !IsSame(asker, press.From)) return new Plan.Alert(words.ButtonNotYours);

        var turn = TurnIn(pressed.Chat, press.From, language) with { Action = action };
        if (Standing.IsPerson(press.From)) turn = turn with { Role = await ports.RoleOf(turn.User, cancellationToken) };
        var reply = await ports.Turns.RespondAsync(turn, cancellationToken);

        // Who votes has read the answer: a message would only push it away, in a group for everybody.
        if (action is ReplyAction.CastVote && reply is Reply.Said said) return new Plan.Alert(said.Message) { IsBrief = true };
        var messages = _pen.Draw(reply);
        var destination = new Destination(pressed.Chat.Id, TopicOf(pressed), isPrivate ? null : asked?.Id ?? pressed.Id);

        // A message too old for Telegram to show it again has no date; it can't be changed either.
        var canChange = inPlace && messages.Count == 1 && pressed.Date > DateTime.UnixEpoch && (isPrivate || asked?.From is not null);
        return canChange ? new Plan.Edit(destination, pressed.Id, messages[0]) : new Plan.Send(destination, messages);
    }

    private async Task<Plan> HandleAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var isIn = change.NewChatMember switch
        {
            { Status: ChatMemberStatus.Left or ChatMemberStatus.Kicked } => false,
            ChatMemberRestricted restricted => restricted.IsMember,
            _ => true,
        };
        var mayWrite = change.NewChatMember is not ChatMemberRestricted { CanSendMessages: false };
        await ports.Settings.ChangeAsync(
            IdOf(change.Chat.Id),
            old => old with { IsActive = isIn, MutedUntil = isIn && mayWrite ? null : old.MutedUntil },
            cancellationToken);
        return new Plan.Silence("membership");
    }

    private async Task<Plan> MoveAsync(long from, long destination, CancellationToken cancellationToken)
    {
        await ports.Settings.MoveAsync(IdOf(from), IdOf(destination), cancellationToken);
        return new Plan.Silence("moved");
    }

    // Administrators who ask without showing themselves press as themselves.
    private static bool IsSame(User asker, User presser) => asker.Id == presser.Id || asker.Id == AskedText.AnonymousAdministrator;

    private static Plan.Send Send(Message message, OutgoingMessage answer) => new(Answering(message), [answer]);

    private static Destination Answering(Message message) =>
        new(message.Chat.Id, TopicOf(message), message.Chat.Type == ChatType.Private ? null : message.Id);

    // Outside of forums, Telegram numbers the threads of replies likewise; sending there isn't possible.
    private static int? TopicOf(Message message) => message.IsTopicMessage ? message.MessageThreadId : null;

    private static string Words(Notice notice, Texts words) => notice == Notice.TooFast ? words.TooFast : words.Busy;

    private static Language? LanguageOf(ChatSettings settings, User? user) =>
        settings.Language ?? (Languages.TryParse(user?.LanguageCode, out var known) ? known : null);

    private static ChatId IdOf(long chat) => new(UpdateReader.Platform, chat.ToString(CultureInfo.InvariantCulture));

    private static Turn TurnIn(Chat chat, User user, Language? language) => new()
    {
        Conversation = new(UpdateReader.Platform, chat.Id.ToString(CultureInfo.InvariantCulture), user.Id.ToString(CultureInfo.InvariantCulture)),
        ClientLanguage = language,
        IsOwnChat = chat.Type == ChatType.Private,
    };

    private bool MayWrite(ChatSettings settings) => settings.IsActive && (settings.MutedUntil is not { } until || until <= time.GetUtcNow());

    private bool IsOld(Message message) => time.GetUtcNow() - message.Date > MostAge;
}
