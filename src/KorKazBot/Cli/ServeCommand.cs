using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Discord;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Storage;
using KorKazBot.Streams;
using KorKazBot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Cli;

/// <summary><c>serve</c>: the bot on its platforms, until it is stopped.</summary>
internal static class ServeCommand
{
    private const string About = "Serves the bot on the platforms that are configured, until Ctrl-C.";

    private const string Examples = """
        Tokens come from the environment, never from a file. /health/live and /health/ready say how it is doing.
        SIGHUP reloads the corpus: a broken one, or one that loses golden questions, changes nothing.

        Examples:
          Telegram__Token=... korkazbot serve
          Discord__PublicKey=... Discord__Token=... korkazbot serve
          Urls=http://0.0.0.0:8080 Discord__PublicKey=... korkazbot serve
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var command = new Verb("serve", About, Examples);
        command.SetAction((parsed, cancellationToken) => RunAsync(streams, common.Read(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(StandardStreams streams, Settings settings, CancellationToken cancellationToken)
    {
        if (!HasDiscord(settings) && !HasTelegram(settings))
        {
            throw new UserError(
                ExitCode.BadConfiguration,
                "No platform is configured. Set Telegram__Token, Discord__PublicKey or Discord__Token in the environment; "
                + "\"korkazbot chat\" needs none of them.");
        }

        using var bot = ServingStart.Open(settings, streams, cancellationToken);
        if (bot.WithoutMeaning is { } reason) streams.Error.WriteLine(reason);
        try
        {
            await using var stores = await Stores.OpenAsync(settings.Storage, TimeProvider.System, cancellationToken);
            await ServeAsync(bot, stores, streams, settings, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is StorageProblemException or DiscordException or TelegramException)
        {
            throw new UserError(ExitCode.BadConfiguration, exception.Message);
        }
    }

    private static async Task ServeAsync(Bot bot, Stores stores, StandardStreams streams, Settings settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning); // a request's address may hold a secret
        builder.WebHost.UseUrls(settings.Urls);
        await using var app = builder.Build();

        var reloads = bot.Reloads(settings, cancellationToken);
        var families = ModeratorFamilies.Of(settings, stores, reloads, new PrintedNotices(streams.Error, Language.English));
        await using var people = new PeopleFamilies(stores, PersonSecret.Open(settings), streams.Error, TimeProvider.System);
        var turns = bot.HandleTurns((reference, exception) => Boundary.Report(streams, reference, exception), [.. families, .. people.All]);
        using var discord = HasDiscord(settings) ? Discord(bot, turns, stores, settings, app) : null;
        using var telegram = HasTelegram(settings) ? Telegram(bot, turns, stores, settings, app) : null;
        app.MapGet("/health/live", context => context.Response.WriteAsync("live"));
        app.MapGet("/health/ready", context => Ready(context, discord?.Status, telegram?.Status));

        using var reload = ReloadSignal.Listen(reloads, streams);
        await StartAsync(app, settings);
        streams.Error.WriteLine($"Listening at {settings.Urls}. {Summary(discord?.Status, telegram?.Status)}.");
        try
        {
            await RunAsync(cancellationToken, discord is null ? null : discord.RunAsync, telegram is null ? null : telegram.RunAsync);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static bool HasDiscord(Settings settings) => settings.Discord.Token.Length + settings.Discord.PublicKey.Length > 0;

    private static bool HasTelegram(Settings settings) => settings.Telegram.Token.Length > 0;

    private static DiscordAdapter Discord(Bot bot, TurnHandler turns, Stores stores, Settings settings, WebApplication app)
    {
        var codes = new ActionCodes(ButtonKey($"buttons|{settings.Discord.Token}|{settings.Discord.PublicKey}"));
        var ports = new DiscordPorts(turns, bot.Corpus, codes, stores.Inbox, stores.Outbox, stores.ChatSettings)
        {
            RoleOf = ModeratorFamilies.Roles(settings, stores).OfAsync,
        };
        var adapter = new DiscordAdapter(settings.Discord, ports, TimeProvider.System, app.Services.GetRequiredService<ILogger<DiscordAdapter>>());
        adapter.MapInteractions(app);
        return adapter;
    }

    private static TelegramAdapter Telegram(Bot bot, TurnHandler turns, Stores stores, Settings settings, WebApplication app)
    {
        var ports = new TelegramPorts(turns, bot.Corpus, bot.Answerer, new ActionCodes(ButtonKey($"buttons|telegram|{settings.Telegram.Token}")))
        {
            Inbox = stores.Inbox,
            Outbox = stores.Outbox,
            Settings = stores.ChatSettings,
            RoleOf = ModeratorFamilies.Roles(settings, stores).OfAsync,
        };
        var adapter = new TelegramAdapter(settings.Telegram, ports, TimeProvider.System, app.Services.GetRequiredService<ILogger<TelegramAdapter>>());
        adapter.MapWebhook(app);
        return adapter;
    }

    // Together: a platform that can't be used as configured ends the other, so that the operator sees it.
    private static async Task RunAsync(CancellationToken cancellationToken, params Func<CancellationToken, Task>?[] adapters)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = adapters.OfType<Func<CancellationToken, Task>>().Select(run => run(stop.Token)).ToArray();
        await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private static Task Ready(HttpContext context, DiscordStatus? discord, TelegramStatus? telegram)
    {
        if (discord is null or { IsReady: true } && telegram is null or { IsReady: true }) return context.Response.WriteAsync("ready");
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(Summary(discord, telegram));
    }

    private static string Summary(DiscordStatus? discord, TelegramStatus? telegram) =>
        string.Join(". ", new[] { discord?.Summary, telegram?.Summary }.OfType<string>());

    private static async Task StartAsync(WebApplication app, Settings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException)
        {
            throw new UserError(ExitCode.BadConfiguration, $"Can't listen at {settings.Urls}: {exception.Message} Change the setting Urls.");
        }
    }

    // Buttons outlive a restart, and only this bot can have made them.
    private static byte[] ButtonKey(string secrets) => SHA256.HashData(Encoding.UTF8.GetBytes(secrets));
}
