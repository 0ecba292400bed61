using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Discord;
using KorKazBot.Engine.Chat;
using KorKazBot.Storage;
using KorKazBot.Streams;
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
        if (settings.Discord.Token.Length + settings.Discord.PublicKey.Length == 0)
        {
            throw new UserError(
                ExitCode.BadConfiguration,
                "No platform is configured. Set Discord__PublicKey, Discord__Token or both in the environment; \"korkazbot chat\" needs neither.");
        }

        using var bot = ServingStart.Open(settings, streams, cancellationToken);
        if (bot.WithoutMeaning is { } reason) streams.Error.WriteLine(reason);
        try
        {
            await using var stores = await Stores.OpenAsync(settings.Storage, TimeProvider.System, cancellationToken);
            await ServeAsync(bot, stores, streams, settings, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is StorageProblemException or DiscordException)
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

        var turns = bot.HandleTurns((reference, exception) => Boundary.Report(streams, reference, exception));
        var ports = new DiscordPorts(turns, bot.Corpus, new ActionCodes(ButtonKey(settings)), stores.Inbox, stores.Outbox, stores.ChatSettings);
        using var discord = new DiscordAdapter(settings.Discord, ports, TimeProvider.System, app.Services.GetRequiredService<ILogger<DiscordAdapter>>());
        discord.MapInteractions(app);
        app.MapGet("/health/live", context => context.Response.WriteAsync("live"));
        app.MapGet("/health/ready", context => Ready(context, discord.Status));

        using var reload = ReloadSignal.Listen(bot.Reloads(settings, cancellationToken), streams);
        await StartAsync(app, settings);
        streams.Error.WriteLine($"Listening at {settings.Urls}. {discord.Status.Summary}.");
        try
        {
            await discord.RunAsync(cancellationToken);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static Task Ready(HttpContext context, DiscordStatus status)
    {
        if (status.IsReady) return context.Response.WriteAsync("ready");
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(status.Summary);
    }

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
    private static byte[] ButtonKey(Settings settings) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"buttons|{settings.Discord.Token}|{settings.Discord.PublicKey}"));
}
