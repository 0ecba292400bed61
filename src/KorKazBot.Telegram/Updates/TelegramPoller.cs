using System.Globalization;
using KorKazBot.Telegram.Api;
using Telegram.Bot.Requests;

namespace KorKazBot.Telegram.Updates;

/// <summary>Fetches updates, through every failure. Each is durable before it is confirmed to Telegram, so none is lost.</summary>
/// <param name="api">The calls.</param>
/// <param name="take">Makes updates durable and queues them; whatever it throws, the same updates come again.</param>
/// <param name="time">The clock of all waits.</param>
/// <param name="onTrouble">Takes what went wrong, in words without secrets, and what <paramref name="take"/> has thrown.</param>
internal sealed class TelegramPoller(
    TelegramApi api, Func<IReadOnlyList<ReceivedUpdate>, CancellationToken, Task> take, TimeProvider time, Action<string, Exception?> onTrouble)
{
    private const int Limit = 100;

    // One failed call is nothing to wake anybody for.
    private const int FailuresToTell = 3;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan ShortestStandBy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStandBy = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(2);

    private int _offset;
    private int _failures;
    private int _conflicts;
    private volatile string? _problem;

    /// <summary>What keeps updates from coming; null: nothing does.</summary>
    public string? Problem => _problem;

    /// <summary>Where the random part of waits comes from.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Fetches until it is stopped, through every failure but a wrong token.</summary>
    /// <exception cref="TelegramException">Telegram refuses the token.</exception>
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
        if (answer.IsTokenRefused) throw TelegramException.TokenRefused();
        if (answer.IsOk)
        {
            _conflicts = 0;
            if (!await TakeAsync(answer.Value, stop)) return BackOff.After(++_failures, Random());
            _failures = 0;
            _problem = null;
            return TimeSpan.Zero;
        }

        var wait = answer switch
        {
            { ErrorCode: 409 } => StandBy(),
            { RetryAfter: > 0 and { } seconds } => TimeSpan.FromSeconds(seconds),
            _ => BackOff.After(++_failures, Random()),
        };
        var seen = $"getUpdates: {answer.ErrorCode} {answer.Description}";
        if (answer.ErrorCode == 409 || _failures >= FailuresToTell) _problem = seen;
        onTrouble(string.Create(CultureInfo.InvariantCulture, $"{seen}; again in {wait.TotalSeconds:0.0} s"), null);
        return wait;
    }

    // Somebody else fetches for this bot: each call would cut the other's short, so this one only looks in now and then.
    private TimeSpan StandBy() =>
        ShortestStandBy + (Random() * (BackOff.Bound(ShortestStandBy, ++_conflicts, LongestStandBy) - ShortestStandBy));

    // False: not stored, or nothing among it that could be confirmed.
    private async Task<bool> TakeAsync(IReadOnlyList<string> updates, CancellationToken stop)
    {
        // Everything is confirmed. Without the offset, because after a quiet week ids start anywhere, also below it, where it would drop them.
        if (updates.Count == 0)
        {
            _offset = 0;
            return true;
        }

        var read = updates.Select(UpdateReader.Read).ToArray();
        try
        {
            await take(read, stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            if (_failures + 1 >= FailuresToTell) _problem = $"updates can't be stored: {exception.Message}";
            onTrouble("updates can't be stored; Telegram keeps them until they can", exception);
            return false;
        }

        var next = read.Max(update => update.Id) + 1 ?? _offset;
        if (next == _offset) onTrouble("getUpdates: gave only updates that can't be confirmed", null);
        var isProgress = next != _offset;
        _offset = next;
        return isProgress;
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
        new() { Offset = _offset == 0 ? null : _offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = UpdateReader.Kinds };
}
