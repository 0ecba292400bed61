using System.Collections.Immutable;
using KorKazBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Commands;

/// <summary>Registers the commands, where they aren't registered as they are now: Discord counts registrations.</summary>
/// <param name="outside">The way to Discord, and the log.</param>
internal sealed partial class CommandRegistration(Outside outside)
{
    /// <summary>Compares what is registered with what there is, and replaces it where they differ.</summary>
    /// <param name="application">The application's id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether something was registered.</returns>
    /// <exception cref="DiscordException">Discord refuses the commands.</exception>
    /// <exception cref="DiscordUnavailableException">Discord can't be reached.</exception>
    public async Task<bool> RunAsync(string application, CancellationToken cancellationToken)
    {
        var registered = await outside.Rest.SendAsync(RestCall.Commands(application), cancellationToken);
        var known = registered.IsSuccess ? DiscordJson.Read(registered.Body, json => json.CommandDefinitionArray) : null;
        if (known is not null && Normal(known).AsSpan().SequenceEqual(Normal(BotCommands.All))) return false;

        var answer = await outside.Rest.SendAsync(RestCall.Register(application, BotCommands.All), cancellationToken);
        if (answer.IsSuccess)
        {
            Log.Registered(outside.Logger, BotCommands.All.Length);
            return true;
        }

        if (answer.Status >= 500) throw new DiscordUnavailableException($"Discord can't take the commands now ({answer.Status}).");
        throw new DiscordException($"Discord refuses the commands ({answer.Status}, code {answer.ErrorCode}); those registered before stay.");
    }

    // What Discord fills in or leaves out of its own accord makes no difference.
    private static byte[] Normal(IEnumerable<CommandDefinition> commands) =>
        DiscordJson.Write([.. commands.OrderBy(command => command.Type).ThenBy(command => command.Name, StringComparer.Ordinal).Select(Normal)]);

    private static CommandDefinition Normal(CommandDefinition command) => command with
    {
        Description = NullIfEmpty(command.Description),
        NameLocalizations = NullIfEmpty(command.NameLocalizations),
        DescriptionLocalizations = NullIfEmpty(command.DescriptionLocalizations),
        Options = command.Options is { IsDefaultOrEmpty: false } options ? [.. options.Select(Normal)] : null,
        Contexts = Sorted(command.Contexts),
        IntegrationTypes = Sorted(command.IntegrationTypes),
    };

    private static CommandOptionDefinition Normal(CommandOptionDefinition option) => option with
    {
        NameLocalizations = NullIfEmpty(option.NameLocalizations),
        DescriptionLocalizations = NullIfEmpty(option.DescriptionLocalizations),
        Required = option.Required == true ? true : null,
        Autocomplete = option.Autocomplete == true ? true : null,
        Choices = option.Choices is { IsDefaultOrEmpty: false } choices ? choices : null,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ImmutableSortedDictionary<string, string>? NullIfEmpty(ImmutableSortedDictionary<string, string>? words) =>
        words is { Count: > 0 } ? words : null;

    private static ImmutableArray<int>? Sorted(ImmutableArray<int>? numbers) => numbers is { IsDefaultOrEmpty: false } some ? some.Sort() : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Count} commands registered; servers see them within a minute.")]
        public static partial void Registered(ILogger logger, int count);
    }
}
