using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Gateway;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord;

/// <summary>The bot on Discord.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed partial class DiscordAdapter : IDisposable
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    private readonly DiscordOptions _options;
    private readonly HttpClient _http;
    private readonly Outside _outside;
    private readonly Bookkeeping _books;
    private readonly InteractionHandler _interactions;
    private readonly MessageHandler _messages;
    private readonly DateTimeOffset _madeAt;
    private readonly Lock _lock = new();
    private DiscordStatus _status;

    /// <summary>Puts the adapter together; nothing is sent yet.</summary>
    /// <param name="options">How to reach Discord.</param>
    /// <param name="ports">What to work with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">For operators; no secret and no text of a user goes there.</param>
    /// <exception cref="DiscordException">A setting can't be used; it names the key.</exception>
    public DiscordAdapter(DiscordOptions options, DiscordPorts ports, TimeProvider time, ILogger<DiscordAdapter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(time);
        foreach (var (key, reason) in options.Broken()) throw new DiscordException($"{key} {reason}");

        _options = options;
        _madeAt = time.GetUtcNow();

        // No redirects: the token must not follow one to another host.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(15),
        };
        _outside = new Outside(new DiscordRest(options, _http, time, logger), time, logger);
        _books = new Bookkeeping(ports.Inbox, ports.Outbox, ports.Settings, time, logger);
        var ids = new ComponentId(ports.Codes);
        var suggestions = new Suggestions(ports.Corpus);
        var answers = new TurnAnswers(ports.Turns, ports.RoleOf, new DiscordReply(ids), _outside);
        _interactions = new InteractionHandler(answers, new InteractionTurns(ids, suggestions), suggestions, _books, _outside);
        _messages = new MessageHandler(answers, _books, _outside);
        _status = new DiscordStatus { Gateway = Gateway() };
    }

    /// <summary>How it is doing.</summary>
    public DiscordStatus Status
    {
        get
        {
            lock (_lock) return _status;
        }
    }

    /// <summary>Adds <c>POST /discord/interactions</c>, where a public key is configured.</summary>
    public void MapInteractions(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (!_options.HasEndpoint) return;
        new DiscordInteractions(new RequestSignature(_options.PublicKey, _outside.Time), _interactions, _outside).Map(routes);
        Note(status => status with { ServesInteractions = true });
    }

    /// <summary>Registers the commands, finishes what a process that died has left, and runs the gateway where it is built.</summary>
    /// <returns>Ends when <paramref name="cancellationToken"/> is cancelled.</returns>
    /// <exception cref="DiscordException">Discord can't be used as configured; <see cref="Status"/> says why, too.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Note(status => status with { HasCommands = false, Problem = null });
        try
        {
            var identity = _options.HasToken ? await PatientlyAsync(SignInAsync, cancellationToken) : null;
            var application = identity?.ApplicationId ?? _options.ApplicationId;
            if (application.Length > 0) await FinishLeftAsync(application, cancellationToken);
            if (identity is not null) await RunGatewayAsync(identity, cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (DiscordException exception)
        {
            var gateway = DiscordGateways.IsBuilt ? GatewayState.Stopped : GatewayState.NotBuilt;
            Note(status => status with { Problem = exception.Message, Gateway = gateway });
            throw;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<ApplicationIdentity> SignInAsync(CancellationToken cancellationToken)
    {
        var identity = await new SignIn(_options, _outside.Rest).RunAsync(cancellationToken);
        await new CommandRegistration(_outside).RunAsync(identity.ApplicationId, cancellationToken);
        Note(status => status with { HasCommands = true });
        return identity;
    }

    // While Discord is out, the endpoint serves whoever gets through.
    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromSeconds(5); ; wait = wait * 2 < LongestBackOff ? wait * 2 : LongestBackOff)
        {
            try
            {
                var result = await attempt(cancellationToken);
                Note(status => status with { Problem = null });
                return result;
            }
            catch (DiscordUnavailableException exception)
            {
                Log.Out(_outside.Logger, exception.Message, (int)wait.TotalSeconds);
                Note(status => status with { Problem = exception.Message });
                await Task.Delay(wait, _outside.Time, cancellationToken);
            }
        }
    }

    private async Task FinishLeftAsync(string application, CancellationToken cancellationToken)
    {
        foreach (var left in await _books.UnfinishedAsync(application, cancellationToken))
        {
            if (left.ReceivedAt >= _madeAt) continue;   // this process is at it
            if (left.Kind == "interaction") await _interactions.ResumeAsync(left, cancellationToken);
            else await _messages.ResumeAsync(left, cancellationToken);
        }
    }

    private async Task RunGatewayAsync(ApplicationIdentity identity, CancellationToken cancellationToken)
    {
        var lanes = new Lanes(_outside.Logger);
        var intake = new GatewayIntake(_interactions, _messages, lanes, _outside);
        var context = new GatewayContext(_options, identity, intake, _outside, state => Note(status => status with { Gateway = state }));
        if (DiscordGateways.Create(context) is not { } gateway) return;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = lanes.RunAsync(stop.Token);
        try
        {
            await gateway.RunAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Note(Func<DiscordStatus, DiscordStatus> change)
    {
        lock (_lock) _status = change(_status);
    }

    private GatewayState Gateway()
    {
        if (!DiscordGateways.IsBuilt) return GatewayState.NotBuilt;
        return _options.HasToken ? GatewayState.Connecting : GatewayState.Off;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} Trying again in {Seconds} s.")]
        public static partial void Out(ILogger logger, string reason, int seconds);
    }
}
