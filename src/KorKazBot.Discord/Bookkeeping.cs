using KorKazBot.Engine.Delivery;
using Microsoft.Extensions.Logging;
using EventId = KorKazBot.Engine.Delivery.EventId;

namespace KorKazBot.Discord;

/// <summary>
/// What is written down of events. A store that is slow or out never holds an answer up: Discord waits 3 seconds, and quoting needs no
/// store; then only this process recognises repeats.
/// </summary>
/// <param name="inbox">What came in.</param>
/// <param name="outbox">What was sent.</param>
/// <param name="settings">What the people of a chat have set.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">For operators.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed partial class Bookkeeping(IInbox inbox, IOutbox outbox, IChatSettingsStore settings, TimeProvider time, ILogger logger)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly Lock _lock = new();
    private readonly HashSet<EventId> _seen = [];
    private readonly Queue<EventId> _bySight = new();

    /// <summary>Takes an event on, unless it was told before.</summary>
    /// <returns>False for a repeat: it must have no second effect.</returns>
    public async Task<bool> TryClaimAsync(InboundEvent told, CancellationToken cancellationToken)
    {
        if (!Remember(told.Id)) return false;
        var added = await TryAsync(() => inbox.AddAsync([told], cancellationToken), cancellationToken);
        return added is not { Count: 0 };
    }

    /// <summary>What was set in a chat; the defaults where that can't be read now.</summary>
    public async Task<ChatSettings> SettingsAsync(ChatId chat, CancellationToken cancellationToken) =>
        await TryAsync(async () => await settings.ReadAsync(chat, cancellationToken), cancellationToken) ?? ChatSettings.Default;

    /// <summary>Writes that an event is done.</summary>
    public Task FinishAsync(EventId id, CancellationToken cancellationToken) =>
        TryAsync(() => inbox.FinishAsync(id, cancellationToken), cancellationToken);

    /// <summary>Gives an event up.</summary>
    public Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken)
    {
        Log.Buried(logger, letter.Kind, reason);
        return TryAsync(() => inbox.BuryAsync(letter, reason, cancellationToken), cancellationToken);
    }

    /// <summary>Writes that the answer to an event begins to be sent, and gives back what was known of that before.</summary>
    public Task<SendRecord> BeginSendAsync(EventId cause, CancellationToken cancellationToken) =>
        TryAsync(() => outbox.BeginAsync(cause, 0, cancellationToken), cancellationToken);

    /// <summary>Writes that it was sent.</summary>
    public Task SentAsync(EventId cause, string message, CancellationToken cancellationToken) =>
        TryAsync(() => outbox.SentAsync(cause, 0, message, cancellationToken), cancellationToken);

    /// <summary>Writes that it surely wasn't sent.</summary>
    public Task NotSentAsync(EventId cause, CancellationToken cancellationToken) =>
        TryAsync(() => outbox.NotSentAsync(cause, 0, cancellationToken), cancellationToken);

    /// <summary>What a process that died has left, oldest first.</summary>
    public async Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string bot, CancellationToken cancellationToken) =>
        await TryAsync(() => inbox.UnfinishedAsync("discord", bot, cancellationToken), cancellationToken) ?? [];

    private bool Remember(EventId id)
    {
        lock (_lock)
        {
            if (!_seen.Add(id)) return false;
            _bySight.Enqueue(id);
            if (_bySight.Count > MostRemembered) _seen.Remove(_bySight.Dequeue());
            return true;
        }
    }

    private Task<bool> TryAsync(Func<Task> write, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                await write();
                return true;
            },
            cancellationToken);

    private async Task<T?> TryAsync<T>(Func<Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            return await use().WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or TimeoutException)
        {
            Log.StoreOut(logger, exception.Message);
            return default;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the store can't be used now, answers go on without it: {Reason}")]
        public static partial void StoreOut(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: gave up a {Kind}: {Reason}")]
        public static partial void Buried(ILogger logger, string kind, string reason);
    }
}
