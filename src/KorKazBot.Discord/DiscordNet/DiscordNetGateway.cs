using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Gateway;

/// <summary>
/// The gateway by Discord.Net, which only listens: everything is answered by the same REST client as ever, with nonces and without pings.
/// </summary>
/// <param name="context">What it works with.</param>
internal sealed partial class DiscordNetGateway(GatewayContext context) : IDiscordGateway
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CacheAge = TimeSpan.FromHours(1);

    private readonly IdentifyBudget _budget = new(IdentifyBudget.PerConnection * context.Options.Shards, context.Outside.Time);
    private int _connected;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.Identity.HasEndpointUrl) Log.MessagesOnly(context.Outside.Logger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shards = Enumerable.Range(0, context.Options.Shards).Select(shard => RunShardAsync(shard, stop.Token)).ToList();
        var first = await Task.WhenAny(shards);
        await stop.CancelAsync();
        await Task.WhenAll(shards).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await first;
    }

    // A client that has gone wrong is thrown away whole: nobody knows what is left in it.
    private async Task RunShardAsync(int shard, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_budget.Wait is var wait && wait > TimeSpan.Zero)
            {
                if (wait > IdentifyBudget.Spacing) Log.Waits(context.Outside.Logger, (int)wait.TotalSeconds);
                await Task.Delay(wait, context.Outside.Time, cancellationToken);
            }

            var watch = new SessionWatch(_budget, context.Outside.Time);
            var end = await RunSessionAsync(shard, watch, cancellationToken);
            if (end == SessionEnd.ShutOut) throw new DiscordException(SessionWatch.Advice(watch.CloseCode));
            Log.Again(context.Outside.Logger, shard, end);
        }
    }

    private async Task<SessionEnd> RunSessionAsync(int shard, SessionWatch watch, CancellationToken cancellationToken)
    {
        var client = new DiscordSocketClient(Config(shard, watch));
        var isConnected = 0;
        client.Log += LogAsync;
        client.Connected += () =>
        {
            watch.Connected();
            return CountAsync(ref isConnected, 1);
        };
        client.Disconnected += _ => CountAsync(ref isConnected, 0);
        client.InteractionCreated += told => TakeAsync(() =>
        {
            if (SocketTranslation.Of(told) is { } interaction) context.Intake.Take(interaction);
        });
        client.MessageReceived += told => TakeAsync(() =>
        {
            if (SocketTranslation.Of(told, context.Identity.UserId) is { } message) context.Intake.Take(context.Identity.ApplicationId, message);
        });

        try
        {
            await using var purge = context.Outside.Time.CreateTimer(_ => client.PurgeUserCache(), null, CacheAge, CacheAge);
            await client.LoginAsync(TokenType.Bot, context.Options.Token, validateToken: false);
            await client.StartAsync();
            return await watch.WatchAsync(cancellationToken);
        }
        finally
        {
            await CountAsync(ref isConnected, 0);
            await CloseAsync(client);
        }
    }

    private DiscordSocketConfig Config(int shard, SessionWatch watch) => new()
    {
        // Mentions and direct messages come with their text without the Message Content intent.
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages,
        GatewayHost = context.Options.GatewayUrl.Length > 0 ? context.Options.GatewayUrl : null,
        RestClientProvider = _ => DefaultRestClientProvider.Instance(context.Options.ApiUrl),
        WebSocketProvider = () => new WatchedSocket(DefaultWebSocketProvider.Instance(), watch),
        ShardId = shard,
        TotalShards = context.Options.Shards,
        UseSystemClock = false,
        UseInteractionSnowflakeDate = false,
        MessageCacheSize = 0,
        AlwaysDownloadUsers = false,
        LogGatewayIntentWarnings = false,
        LogLevel = LogSeverity.Info,
    };

    // On the connection's own task: whatever goes wrong here must not end it.
    private Task TakeAsync(Action take)
    {
        try
        {
            take();
        }
        catch (Exception exception)
        {
            Log.NotTaken(context.Outside.Logger, exception);
        }

        return Task.CompletedTask;
    }

    private Task CountAsync(ref int isConnected, int now)
    {
        var before = Interlocked.Exchange(ref isConnected, now);
        var connected = Interlocked.Add(ref _connected, now - before);
        context.Report(connected == context.Options.Shards ? GatewayState.Connected : GatewayState.Connecting);
        return Task.CompletedTask;
    }

    // A client that hangs may hang here, too; it is left behind then.
    private async Task CloseAsync(DiscordSocketClient client)
    {
        try
        {
            await client.StopAsync().WaitAsync(Farewell);
            await client.DisposeAsync().AsTask().WaitAsync(Farewell);
        }
        catch (Exception exception)
        {
            Log.NotClosed(context.Outside.Logger, exception.Message);
        }
    }

    // Discord.Net's exceptions can hold whole requests: their first line says enough.
    private Task LogAsync(LogMessage message)
    {
        var words = message.Message ?? message.Exception?.Message ?? "";
        if (message.Severity <= LogSeverity.Warning) Log.Warns(context.Outside.Logger, words, message.Exception?.GetBaseException().Message);
        else Log.Says(context.Outside.Logger, words);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Discord: the developer portal has an address for interactions, so only messages come by the gateway.")]
        public static partial void MessagesOnly(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: too many new gateway sessions; none for {Seconds} s.")]
        public static partial void Waits(ILogger logger, int seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: gateway connection {Shard} is {End}; beginning anew.")]
        public static partial void Again(ILogger logger, int shard, SessionEnd end);

        [LoggerMessage(Level = LogLevel.Error, Message = "Discord: something that came by the gateway couldn't be read.")]
        public static partial void NotTaken(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: the gateway client couldn't be closed: {Reason}")]
        public static partial void NotClosed(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord.Net: {Words} {Reason}")]
        public static partial void Warns(ILogger logger, string words, string? reason);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Discord.Net: {Words}")]
        public static partial void Says(ILogger logger, string words);
    }
}
