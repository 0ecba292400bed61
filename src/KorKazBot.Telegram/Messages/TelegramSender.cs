using System.Collections.Concurrent;
using System.Globalization;
using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KorKazBot.Telegram.Messages;

/// <summary>
/// Sends answers part by part, each written down before and after: Telegram has no key against repeats, so only the outbox knows what a
/// process that died has sent.
/// </summary>
/// <param name="api">The calls.</param>
/// <param name="outbox">What was sent.</param>
/// <param name="time">The clock of all waits.</param>
/// <remarks>Safe for any number of threads; the answers of one chat should come one after another.</remarks>
internal sealed class TelegramSender(TelegramApi api, IOutbox outbox, TimeProvider time)
{
    /// <summary>How often a part is tried while Telegram is broken.</summary>
    public const int MaxTries = 5;

    /// <summary>How long a chat is waited for when Telegram asks for patience; beyond it the answer is given up.</summary>
    public static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(2);

    // Telegram always says how long; something before Telegram may not.
    private static readonly TimeSpan UnsaidPatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, (long Since, TimeSpan For)> _quiet = [];
    private long _possibleRepeats;

    /// <summary>How many parts were sent a second time because nobody knew whether the first had arrived: users may have seen those twice.</summary>
    public long PossibleRepeats => Interlocked.Read(ref _possibleRepeats);

    /// <summary>Where the random part of waits comes from.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Sends what of an answer isn't sent yet, and stops at the first part that can't be.</summary>
    /// <param name="cause">The event that is answered; the same cause must give the same messages again.</param>
    /// <param name="to">Where to.</param>
    /// <param name="messages">The parts, in order.</param>
    /// <param name="cancellationToken">Stops it; what isn't sent can be sent later.</param>
    /// <exception cref="TelegramException">Telegram refuses the token; nothing was sent.</exception>
    /// <exception cref="StoreUnavailableException">The outbox can't be written; the same call may be made again.</exception>
    public Task<SendResult> SendAsync(EventId cause, Destination to, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        WriteAsync(cause, new Place(to), messages, cancellationToken);

    /// <summary>Puts another text in a message's place; where it can't be changed any more, sends it.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<SendResult> EditAsync(EventId cause, Destination from, int edited, OutgoingMessage message, CancellationToken cancellationToken) =>
        WriteAsync(cause, new Place(from) { Edited = edited }, [message], cancellationToken);

    private async Task<SendResult> WriteAsync(EventId cause, Place place, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var result = new SendResult(SendOutcome.Sent);
        for (var part = 0; part < messages.Count && result.Outcome == SendOutcome.Sent; part++)
            result = await WriteAsync(cause, part, place, messages[part], cancellationToken);
        return result with { MovedTo = place.MovedTo };
    }

    private async Task<SendResult> WriteAsync(EventId cause, int part, Place place, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var isPlain = false;
        var failures = 0;
        while (true)
        {
            if (!await BeQuietAsync(place.Chat, cancellationToken)) return new(SendOutcome.Failed, "Telegram wants no message there for long.");
            var before = await outbox.BeginAsync(cause, part, cancellationToken);
            if (before.State == SendState.Sent) return new(SendOutcome.Sent);
            if (before.State == SendState.Ambiguous)
            {
                if (before.Attempts > 1) return new(SendOutcome.Unknown, "Nobody knows whether it arrived.");
                Interlocked.Increment(ref _possibleRepeats);
            }

            var sent = await (place.Edited is { } edited
                ? api.WriteAsync(Edit(edited, place, message, isPlain), cancellationToken)
                : api.WriteAsync(New(part, place, message, isPlain), cancellationToken));
            if (sent.IsOk || sent.IsNotModified)
            {
                // From here on a stop must not keep it from being written down.
                await outbox.SentAsync(cause, part, sent.Value.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
                return new(SendOutcome.Sent);
            }

            // Before any wait: a process that dies while it waits has surely not sent.
            if (!sent.IsAmbiguous) await outbox.NotSentAsync(cause, part, CancellationToken.None);
            if (sent.IsTokenRefused) throw TelegramException.TokenRefused();
            if (sent.ErrorCode == 429)
            {
                var patience = sent.RetryAfter is > 0 and { } seconds ? TimeSpan.FromSeconds(seconds) : UnsaidPatience;
                _quiet[place.Chat] = (time.GetTimestamp(), patience);
            }
            else if (sent.IsParseError && !isPlain) isPlain = true;
            else if (sent.IsTransient && ++failures < MaxTries) await Task.Delay(BackOff.After(failures, Random()), time, cancellationToken);
            else if (!place.TryMend(sent, part)) return Ended(sent);
        }
    }

    private static SendResult Ended(TelegramResult<int> sent)
    {
        var outcome = sent switch
        {
            { IsAmbiguous: true } => SendOutcome.Unknown,
            { IsTransient: true } => SendOutcome.Failed,
            { IsForbiddenToWrite: true } => SendOutcome.Muted,
            { IsDeadChat: true } => SendOutcome.DeadChat,
            _ => SendOutcome.Refused,
        };
        return new(outcome, sent.Description);
    }

    // By the monotonic clock: a corrected wall clock would end a wait early, which Telegram punishes with longer ones.
    private async Task<bool> BeQuietAsync(long chat, CancellationToken cancellationToken)
    {
        while (_quiet.TryGetValue(chat, out var quiet))
        {
            var left = quiet.For - time.GetElapsedTime(quiet.Since);
            if (left > MostPatience) return false;
            if (left > TimeSpan.Zero) await Task.Delay(left, time, cancellationToken);
            else _quiet.TryRemove(new(chat, quiet));
        }

        return true;
    }

    private static SendMessageRequest New(int part, Place place, OutgoingMessage message, bool isPlain) => new()
    {
        ChatId = place.Chat,
        MessageThreadId = place.Topic,
        Text = isPlain ? message.Plain : message.Html,
        ParseMode = isPlain ? ParseMode.None : ParseMode.Html,
        ReplyParameters = part == 0 && place.ReplyTo is { } asked ? new ReplyParameters { MessageId = asked, AllowSendingWithoutReply = true } : null,
        ReplyMarkup = message.Keyboard,
        LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true }, // A preview would bury the quote.
    };

    private static EditMessageTextRequest Edit(int edited, Place place, OutgoingMessage message, bool isPlain) => new()
    {
        ChatId = place.Chat,
        MessageId = edited,
        Text = isPlain ? message.Plain : message.Html,
        ParseMode = isPlain ? ParseMode.None : ParseMode.Html,
        ReplyMarkup = message.Keyboard,
        LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
    };

    /// <summary>Where an answer goes, as it turns out while it is sent.</summary>
    private sealed class Place(Destination to)
    {
        public long Chat { get; private set; } = to.Chat;

        public long? MovedTo { get; private set; }

        public int? Topic { get; private set; } = to.Topic;

        public int? ReplyTo { get; private set; } = to.ReplyTo;

        public int? Edited { get; set; }

        // A supergroup counts its messages anew.
        public bool TryMend(TelegramResult<int> sent, int part)
        {
            if (sent.MigrateToChatId is { } chat && MovedTo is null) (Chat, MovedTo, Topic, ReplyTo, Edited) = (chat, chat, null, null, null);
            else if (sent.IsReplyNotFound && part == 0 && ReplyTo is not null) ReplyTo = null;
            else if (sent.IsTopicNotFound && Topic is not null) (Topic, ReplyTo) = (null, null);
            else if (sent.IsUneditable && Edited is not null) Edited = null;
            else return false;
            return true;
        }
    }
}
