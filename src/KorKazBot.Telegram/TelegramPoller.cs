using System.Globalization;
using System.Text.Json;
using KorKazBot.Engine.Delivery;
using Telegram.Bot.Requests;

namespace KorKazBot.Telegram;

/// <summary>Fetches updates. Each is durable before it is confirmed to Telegram, so none is lost, and handed on only if it is new.</summary>
/// <param name="api">The calls.</param>
/// <param name="inbox">Where updates are stored.</param>
/// <param name="time">The clock of all waits.</param>
/// <param name="onNew">Takes what is new, in order; it should only queue it, since fetching waits for it.</param>
/// <param name="onTrouble">Takes what went wrong, in words without secrets, and the store's or the queue's exception.</param>
public sealed class TelegramPoller(
    TelegramApi api, IInbox inbox, TimeProvider time, Func<InboundEvent, CancellationToken, Task> onNew, Action<string, Exception?> onTrouble)
{
    private const int Limit = 100;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan ShortestStandBy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStandBy = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(5);

    private int _offset;
    private int _failures;
    private int _conflicts;

    /// <summary>Where the random part of waits comes from.</summary>
    internal Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Fetches until it is stopped, through every failure but a wrong token.</summary>
    /// <exception cref="TelegramTokenException">Telegram refuses the token.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var wait = await FetchAsync(stop);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That is how it ends.
        }

        await ConfirmAsync();
    }

    private async Task<TimeSpan> FetchAsync(CancellationToken stop)
    {
        var answer = await api.GetUpdatesAsync(Request(Limit, LongPoll), stop);
        if (answer.IsTokenRefused) throw TelegramTokenException.Refused();
        if (answer.IsOk)
        {
            _conflicts = 0;
            if (!await TakeAsync(answer.Value, stop)) return FullJitter.After(++_failures, Random());
            _failures = 0;
            return TimeSpan.Zero;
        }

        var wait = answer switch
        {
            { ErrorCode: 409 } => StandBy(),
            { RetryAfter: { } seconds } => TimeSpan.FromSeconds(seconds),
            _ => FullJitter.After(++_failures, Random()),
        };
        var seen = $"{answer.ErrorCode} {answer.Description}";
        onTrouble(string.Create(CultureInfo.InvariantCulture, $"getUpdates: {seen}; again in {wait.TotalSeconds:0.0} s"), null);
        return wait;
    }

    // Somebody else fetches for this bot: each call would cut the other's short, so this one only looks in now and then.
    private TimeSpan StandBy() =>
        ShortestStandBy + (Random() * (FullJitter.Bound(ShortestStandBy, ++_conflicts, LongestStandBy) - ShortestStandBy));

    // False: not stored, so the same updates have to come again.
    private async Task<bool> TakeAsync(IReadOnlyList<JsonElement> updates, CancellationToken stop)
    {
        // Everything is confirmed. Without the offset, because after a quiet week ids start anywhere, also below it, where it would drop them.
        if (updates.Count == 0)
        {
            _offset = 0;
            return true;
        }

        var receivedAt = time.GetUtcNow();
        var read = updates.Select(update => TelegramUpdates.Read(update, api.BotId, receivedAt)).ToArray();
        if (await StoreAsync(read, stop) is not { } added) return false;

        var next = read.Max(update => update.Id) + 1 ?? _offset;
        var isProgress = next != _offset;
        if (!isProgress) onTrouble("getUpdates: gave only updates that can't be confirmed", null);
        _offset = next;
        foreach (var each in added) await HandOnAsync(each, stop);
        return isProgress;
    }

    private async Task<IReadOnlyList<InboundEvent>?> StoreAsync(ReadUpdate[] read, CancellationToken stop)
    {
        try
        {
            foreach (var (_, letter, problem) in read)
            {
                if (letter is not null && problem is not null) await inbox.BuryAsync(letter, problem, stop);
            }

            var events = read.Where(update => update.Problem is null).Select(update => update.Event).OfType<InboundEvent>().ToArray();
            return events.Length == 0 ? [] : await inbox.AddAsync(events, stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            onTrouble("updates can't be stored; Telegram keeps them until they can", exception);
            return null;
        }
    }

    private async Task HandOnAsync(InboundEvent added, CancellationToken stop)
    {
        try
        {
            await onNew(added, stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            onTrouble("an update wasn't taken on; it stays in the inbox", exception);
        }
    }

    // What is stored but not confirmed would come again at the next start: harmless, but slow where it is much.
    private async Task ConfirmAsync()
    {
        if (_offset == 0) return;
        using var limit = new CancellationTokenSource(LastCall, time);
        try
        {
            await api.GetUpdatesAsync(Request(1, TimeSpan.Zero), limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The inbox knows the updates when they come again.
        }
    }

    // Always with the kinds: Telegram keeps those of the call before, which may have been another program's.
    private GetUpdatesRequest Request(int limit, TimeSpan wait) =>
        new() { Offset = _offset == 0 ? null : _offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = TelegramUpdates.Kinds };
}
