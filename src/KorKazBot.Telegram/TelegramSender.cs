using System.Collections.Concurrent;
using System.Globalization;
using KorKazBot.Engine.Delivery;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KorKazBot.Telegram;

/// <summary>
/// Sends answers part by part, each written down before and after: Telegram has no key against repeats, so only the outbox knows what a
/// process that died has sent.
/// </summary>
/// <param name="api">The calls.</param>
/// <param name="outbox">What was sent.</param>
/// <param name="time">The clock of all waits.</param>
/// <remarks>Safe for any number of threads; the answers of one chat should come one after another.</remarks>
public sealed class TelegramSender(TelegramApi api, IOutbox outbox, TimeProvider time)
{
    /// <summary>How often a part is tried while Telegram is broken.</summary>
    public const int MaxTries = 5;

    // Telegram always says how long; something before Telegram may not.
    private const int UnsaidRetryAfter = 5;

    private readonly ConcurrentDictionary<long, (long Since, TimeSpan For)> _quiet = [];
    private long _possibleRepeats;

    /// <summary>How many parts were sent a second time because nobody knew whether the first had arrived: users may have seen those twice.</summary>
    public long PossibleRepeats => Interlocked.Read(ref _possibleRepeats);

    /// <summary>Where the random part of waits comes from.</summary>
    internal Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Sends what of an answer isn't sent yet, and stops at the first part that can't be.</summary>
    /// <exception cref="TelegramTokenException">Telegram refuses the token; nothing was sent.</exception>
    /// <exception cref="StoreUnavailableException">The outbox can't be written; the same call may be made again.</exception>
    public async Task<SendResult> SendAsync(TelegramAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var place = new Place { Chat = answer.Chat, ReplyTo = answer.ReplyTo };
        var result = new SendResult(SendOutcome.Sent);
        for (var part = 0; part < answer.Parts.Length && result.Outcome == SendOutcome.Sent; part++)
            result = await SendAsync(answer, part, place, cancellationToken);
        return result with { MovedTo = place.MovedTo };
    }

    private async Task<SendResult> SendAsync(TelegramAnswer answer, int part, Place place, CancellationToken cancellationToken)
    {
        var isPlain = false;
        var failures = 0;
        while (true)
        {
            await BeQuietAsync(place.Chat, cancellationToken);
            var before = await outbox.BeginAsync(answer.Cause, part, cancellationToken);
            if (before.State == SendState.Sent) return new(SendOutcome.Sent);
            if (before.State == SendState.Ambiguous)
            {
                if (before.Attempts > 1) return new(SendOutcome.Unknown, "Nobody knows whether it arrived.");
                Interlocked.Increment(ref _possibleRepeats);
            }

            var sent = await api.SendMessageAsync(Request(answer, part, place, isPlain), cancellationToken);
            if (sent.IsOk)
            {
                // From here on a stop must not keep it from being written down.
                await outbox.SentAsync(answer.Cause, part, sent.Value.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
                return new(SendOutcome.Sent);
            }

            // Before any wait: a process that dies while it waits has surely not sent.
            if (!sent.IsAmbiguous) await outbox.NotSentAsync(answer.Cause, part, CancellationToken.None);
            switch (sent)
            {
                case { IsTokenRefused: true }:
                    throw TelegramTokenException.Refused();
                case { ErrorCode: 429 }:
                    _quiet[place.Chat] = (time.GetTimestamp(), TimeSpan.FromSeconds(sent.RetryAfter ?? UnsaidRetryAfter));
                    break;
                case { MigrateToChatId: { } chat } when place.MovedTo is null:
                    place.MoveTo(chat);
                    break;
                case { ErrorCode: 403 }:
                    return new(SendOutcome.DeadChat, sent.Description);
                case { IsReplyNotFound: true } when part == 0 && place.ReplyTo is not null:
                    place.ReplyTo = null;
                    break;
                case { IsParseError: true } when !isPlain:
                    isPlain = true;
                    break;
                case { IsTransient: true } when ++failures < MaxTries:
                    await Task.Delay(FullJitter.After(failures, Random()), time, cancellationToken);
                    break;
                default:
                    var last = sent.IsAmbiguous ? SendOutcome.Unknown : sent.IsTransient ? SendOutcome.Failed : SendOutcome.Refused;
                    return new(last, sent.Description);
            }
        }
    }

    // By the monotonic clock: a corrected wall clock would end a wait early, which Telegram punishes with longer ones.
    private async Task BeQuietAsync(long chat, CancellationToken cancellationToken)
    {
        while (_quiet.TryGetValue(chat, out var quiet))
        {
            var left = quiet.For - time.GetElapsedTime(quiet.Since);
            if (left > TimeSpan.Zero) await Task.Delay(left, time, cancellationToken);
            else _quiet.TryRemove(new(chat, quiet));
        }
    }

    private static SendMessageRequest Request(TelegramAnswer answer, int part, Place place, bool isPlain) => new()
    {
        ChatId = place.Chat,
        MessageThreadId = place.MovedTo is null ? answer.Topic : null,
        Text = isPlain ? answer.Parts[part].Plain : answer.Parts[part].Html,
        ParseMode = isPlain ? ParseMode.None : ParseMode.Html,
        ReplyParameters = part == 0 && place.ReplyTo is { } message ? new ReplyParameters { MessageId = message } : null,
        ReplyMarkup = answer.Parts[part].Keyboard,
        LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true }, // A preview would bury the quote.
    };

    /// <summary>Where an answer goes, as it turns out while it is sent.</summary>
    private sealed class Place
    {
        public required long Chat { get; set; }

        public long? MovedTo { get; private set; }

        public int? ReplyTo { get; set; }

        // A supergroup counts its messages anew.
        public void MoveTo(long chat) => (Chat, MovedTo, ReplyTo) = (chat, chat, null);
    }
}
