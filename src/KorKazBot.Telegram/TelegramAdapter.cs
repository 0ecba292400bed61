using System.Globalization;
using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram.Api;
using KorKazBot.Telegram.Commands;
using KorKazBot.Telegram.Messages;
using KorKazBot.Telegram.Updates;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace KorKazBot.Telegram;

/// <summary>The bot on Telegram.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed partial class TelegramAdapter : IDisposable
{
    /// <summary>How long answers that are being made may take when the bot is stopped; with the last call to Telegram, less than 10 seconds.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(7);

    private readonly TelegramOptions _options;
    private readonly TelegramPorts _ports;
    private readonly HttpClient _http = TelegramApi.CreateClient();
    private readonly Connection _outside;
    private readonly TelegramSender _sender;
    private readonly Lock _lock = new();
    private TelegramStatus _status;
    private volatile TelegramPoller? _poller;
    private volatile Func<ReceivedUpdate, Task>? _take;

    /// <summary>Puts the adapter together; nothing is sent yet.</summary>
    /// <param name="options">How to reach Telegram.</param>
    /// <param name="ports">What to work with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">For operators; no secret and no text of a user goes there.</param>
    /// <exception cref="TelegramException">A setting can't be used; it names the key.</exception>
    public TelegramAdapter(TelegramOptions options, TelegramPorts ports, TimeProvider time, ILogger<TelegramAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(time);
        foreach (var (key, reason) in options.Broken()) throw new TelegramException($"{key} {reason}");
        if (!options.HasToken) throw new TelegramException("Telegram:Token is empty. Get one from @BotFather and set Telegram__Token.");

        _options = options;
        _ports = ports;
        _outside = new Connection(new TelegramApi(_http, options, time), time, logger);
        _sender = new TelegramSender(_outside.Api, ports.Outbox, time);
        _status = new TelegramStatus { Mode = options.Mode };
    }

    /// <summary>How it is doing.</summary>
    public TelegramStatus Status
    {
        get
        {
            lock (_lock) return _status with { Problem = _status.Problem ?? _poller?.Problem, PossibleRepeats = _sender.PossibleRepeats };
        }
    }

    /// <summary>Adds <c>POST /telegram/webhook</c>, where updates come by webhook.</summary>
    public void MapWebhook(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (_options.Mode == TelegramMode.Webhook) new TelegramWebhook(_options.WebhookSecret, () => _take).Map(routes);
    }

    /// <summary>Finishes what a process that died has left, then answers what comes, until it is stopped.</summary>
    /// <returns>Ends at most 10 seconds after <paramref name="cancellationToken"/> is cancelled.</returns>
    /// <exception cref="TelegramException">Telegram can't be used as configured; <see cref="Status"/> says why, too.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Note(status => status with { State = TelegramState.Connecting, Problem = null });
        try
        {
            var me = await _outside.InsistAsync(new GetMeRequest(), cancellationToken);
            var identity = new BotIdentity(me.Id, me.Username ?? "", me.CanReadAllGroupMessages, me.SupportsInlineQueries);
            Note(status => status with
            {
                Username = identity.Username,
                CanReadAllGroupMessages = identity.ReadsAllGroupMessages,
                HasInline = identity.HasInline,
            });
            await RunAsync(identity, cancellationToken);
            Note(status => status with { State = TelegramState.Stopped });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Note(status => status with { State = TelegramState.Stopped });
        }
        catch (TelegramException exception)
        {
            Note(status => status with { State = TelegramState.Stopped, Problem = exception.Message });
            throw;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task RunAsync(BotIdentity me, CancellationToken cancellationToken)
    {
        TelegramException? refusal = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lanes = new Lanes(Failed);
        var worker = new UpdateWorker(new TelegramUpdateHandler(_ports, me, _outside.Time), _sender, _ports, _outside);
        var intake = new UpdateIntake(_ports, me, lanes, worker.WorkAsync, _outside);
        var presenting = PresentAsync(stop.Token);
        try
        {
            await PatientlyAsync(intake.ResumeAsync, stop.Token);
            if (_options.Mode == TelegramMode.Webhook) await ServeAsync(intake, stop.Token);
            else await PollAsync(intake, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That is how it ends; only a refusal is told.
        }
        finally
        {
            await stop.CancelAsync();
            await presenting;
            using var deadline = new CancellationTokenSource(DrainTime, _outside.Time);
            if (!await lanes.DrainAsync(deadline.Token)) Log.CutShort(_outside.Logger);
        }

        if (refusal is not null) throw refusal;

        void Failed(string lane, Exception exception)
        {
            // Whatever failed so is in the inbox, unfinished.
            if (exception is TelegramException refused) refusal = refused;
            else Log.Unfinished(_outside.Logger, exception);
            if (exception is TelegramException) stop.Cancel();
        }
    }

    private async Task PollAsync(UpdateIntake intake, CancellationToken stop)
    {
        await _outside.InsistAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, stop);
        _poller = new TelegramPoller(_outside.Api, intake.TakeAsync, _outside.Time, (trouble, exception) => Log.Trouble(_outside.Logger, trouble, exception));
        Note(status => status with { State = TelegramState.Receiving });
        await _poller.RunAsync(stop);
    }

    private async Task ServeAsync(UpdateIntake intake, CancellationToken stop)
    {
        _take = update => intake.TakeAsync([update], stop);
        try
        {
            await new WebhookRegistration(_options, _outside).RunAsync(() => Note(status => status with { State = TelegramState.Receiving }), stop);
        }
        finally
        {
            _take = null;
        }
    }

    // Menus are no reason not to answer.
    private async Task PresentAsync(CancellationToken stop)
    {
        try
        {
            var set = await new BotPresence(_outside).RunAsync(stop);
            if (set > 0) Log.Presented(_outside.Logger, set);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (TelegramException exception)
        {
            Log.NotPresented(_outside.Logger, exception.Message);
        }
    }

    private async Task PatientlyAsync(Func<CancellationToken, Task> attempt, CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await attempt(stop);
                return;
            }
            catch (StoreUnavailableException exception)
            {
                var wait = BackOff.After(failures, _outside.Random());
                Log.Trouble(_outside.Logger, string.Create(CultureInfo.InvariantCulture, $"the store is out; again in {wait.TotalSeconds:0.0} s"), exception);
                await Task.Delay(wait, _outside.Time, stop);
            }
        }
    }

    private void Note(Func<TelegramStatus, TelegramStatus> change)
    {
        lock (_lock) _status = change(_status);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: {Trouble}")]
        public static partial void Trouble(ILogger logger, string trouble, Exception? exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: answers were still being made at the end; the next start makes them.")]
        public static partial void CutShort(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram: an update stays unfinished until the next start.")]
        public static partial void Unfinished(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: {Count} menus and texts of the profile were set.")]
        public static partial void Presented(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: menus and profile stay as they are: {Reason}")]
        public static partial void NotPresented(ILogger logger, string reason);
    }
}
