using System.Globalization;
using KorKazBot.Engine.Delivery;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Telegram.Updates;

/// <summary>Takes updates on, however they come: what is for us is durable before Telegram is told so, and then queued by chat.</summary>
/// <param name="ports">Where updates are stored.</param>
/// <param name="me">Who we are.</param>
/// <param name="lanes">The queues.</param>
/// <param name="perform">Works an update off.</param>
/// <param name="outside">The clock and the log.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed partial class UpdateIntake(
    TelegramPorts ports, BotIdentity me, Lanes lanes, Func<Work, CancellationToken, Task> perform, Connection outside)
{
    private readonly string _bot = me.Id.ToString(CultureInfo.InvariantCulture);
    private readonly UpdateTriage _triage = new(ports.Settings, me);
    private readonly InboundLimits _limits = new(outside.Time);
    private readonly Occasions _busy = new(outside.Time, TimeSpan.FromMinutes(1));

    /// <summary>Stores what is for us, and queues what is new of it.</summary>
    /// <param name="updates">In the order in which they came.</param>
    /// <param name="stop">Leaves what isn't queued yet to the next process.</param>
    /// <exception cref="StoreUnavailableException">Nothing was queued; the same updates have to come again.</exception>
    public async Task TakeAsync(IReadOnlyList<ReceivedUpdate> updates, CancellationToken stop)
    {
        var wanted = new List<(Work Work, string? User)>();
        foreach (var update in updates)
            if (await SortAsync(update, stop) is { } each) wanted.Add(each);

        var events = wanted.Select(each => each.Work.Told).OfType<InboundEvent>().ToArray();
        var added = events.Length == 0 ? [] : await ports.Inbox.AddAsync(events, stop);

        // Also within a batch an update may come twice.
        var isNew = added.Select(each => each.Id).ToHashSet();
        foreach (var (work, user) in wanted)
            if (work.Told is null || isNew.Remove(work.Told.Id)) await AdmitAsync(work, user, stop);
    }

    /// <summary>Queues what a process that died has left.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was queued.</exception>
    public async Task ResumeAsync(CancellationToken stop)
    {
        var left = await ports.Inbox.UnfinishedAsync(UpdateReader.Platform, _bot, stop);
        if (left.Count > 0) Log.Left(outside.Logger, left.Count);
        var read = left.Select(told => (Told: told, Update: UpdateReader.Read(told.Payload))).ToArray();

        // First, so that nothing is queued yet where the store goes away.
        foreach (var (told, update) in read)
            if (update.Update is null) await ports.Inbox.BuryAsync(told, update.Problem, stop);
        foreach (var (told, update) in read)
            if (update.Update is { } content) await QueueAsync(new Work(told, content), stop);
    }

    // Null: nothing is done about it, and nothing is kept.
    private async Task<(Work, string?)?> SortAsync(ReceivedUpdate update, CancellationToken stop)
    {
        var told = new InboundEvent(new(UpdateReader.Platform, _bot, update.Key), "", "", update.Json, outside.Time.GetUtcNow());
        try
        {
            if (update.Update is not { } content)
            {
                Log.Buried(outside.Logger, update.Key, update.Problem);
                await ports.Inbox.BuryAsync(told, update.Problem, stop);
                return null;
            }

            var triage = await _triage.DecideAsync(content, stop);
            if (triage.Lane is not { } lane) return null;
            told = told with { Lane = lane, Kind = triage.Reason };

            // What is typed after the bot's name is worth nothing half a minute later.
            return (new Work(content.InlineQuery is null ? told : null, content) { Lane = lane }, triage.User);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StoreUnavailableException))
        {
            // One update must not keep the others from coming.
            Log.Defect(outside.Logger, update.Key, exception);
            await ports.Inbox.BuryAsync(told, $"defect: {exception.GetType().Name}", stop);
            return null;
        }
    }

    private async Task AdmitAsync(Work work, string? user, CancellationToken stop)
    {
        var verdict = user is null ? LimitVerdict.Allowed : _limits.Take(work.Lane, user);
        if (verdict == LimitVerdict.Refused) await DropAsync(work, "too fast");
        else await QueueAsync(verdict == LimitVerdict.Allowed ? work : work with { Notice = Notice.TooFast }, stop);
    }

    // A lane that is full has waited long; its people are told so beside it, now and then.
    private async Task QueueAsync(Work work, CancellationToken stop)
    {
        if (lanes.TryAdd(work.Lane, cancelled => perform(work, cancelled)) || stop.IsCancellationRequested) return;
        if (work.Told is null || !_busy.Take(work.Lane)) await DropAsync(work, "busy");
        else lanes.TryAdd($"busy {work.Lane}", cancelled => perform(work with { Notice = Notice.Busy }, cancelled));
    }

    // Nothing is thrown from here on: the others of the batch are stored, and wouldn't be new when they came again.
    private async Task DropAsync(Work work, string why)
    {
        Log.Dropped(outside.Logger, why);
        if (work.Told is not { } told) return;
        try
        {
            await ports.Inbox.FinishAsync(told.Id, CancellationToken.None);
        }
        catch (StoreUnavailableException exception)
        {
            Log.Unfinished(outside.Logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: {Count} updates were left unfinished and are taken up again.")]
        public static partial void Left(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: update {Key} can't be read: {Problem}.")]
        public static partial void Buried(ILogger logger, string key, string problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram: a defect kept update {Key} from being taken on.")]
        public static partial void Defect(ILogger logger, string key, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: an update wasn't answered: {Why}.")]
        public static partial void Dropped(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: what is done couldn't be written down, and will be done again at the next start: {Reason}")]
        public static partial void Unfinished(ILogger logger, string reason);
    }
}
