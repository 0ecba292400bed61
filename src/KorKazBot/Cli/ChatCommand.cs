using System.CommandLine;
using System.CommandLine.Parsing;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Storage;
using KorKazBot.Streams;
using KorKazBot.Terminal;

namespace KorKazBot.Cli;

/// <summary><c>chat</c>: the terminal chat.</summary>
internal static class ChatCommand
{
    private const string About = "Opens the chat in the terminal: the same commands and replies as on the platforms.";

    private const string Examples = """
        Type a question, or the number of a button; /help lists the commands, /quit or Ctrl-D leaves.
        With --as the database is opened as "serve" does it, and what a moderator does here is done and written down.

        Examples:
          korkazbot chat --lang ru
          korkazbot chat --as moderator
          printf 'How big was trade in 2019?\nAnd in 2020?\n' | korkazbot chat
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var lang = CommonOptions.Lang("The language of the bot's own words. Quotes stay in the language of the interview.");
        var role = new Option<Role?>("--as")
        {
            Description = "Who you are here: whoever may run the program on this machine may be anybody in this chat.",
            HelpName = "student|administrator|moderator|owner",
            CustomParser = ParseRole,
        };
        var command = new Verb("chat", About, Examples) { lang, role };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(role) is { } who
            ? RunAsync(streams, common.Read(parsed), parsed.GetValue(lang), who, cancellationToken)
            : RunAsync(streams, common.Read(parsed), parsed.GetValue(lang), cancellationToken));
        return command;
    }

    /// <summary>Chats with somebody who asks: nothing but the corpus is opened.</summary>
    public static async Task<int> RunAsync(StandardStreams streams, Settings settings, Language? language, CancellationToken cancellationToken)
    {
        using var bot = Bot.Open(settings, streams, cancellationToken);
        var turns = bot.HandleTurns((reference, exception) => Boundary.Report(streams, reference, exception), new NothingKept());
        await ChatAsync(bot, turns, streams, language ?? LocaleLanguage.Of(settings.Place.Environment), Role.Student, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Chats with somebody who may do more, over all that a bot on the platforms has.</summary>
    public static async Task<int> RunAsync(
        StandardStreams streams, Settings settings, Language? language, Role role, CancellationToken cancellationToken)
    {
        var speaking = language ?? LocaleLanguage.Of(settings.Place.Environment);
        using var bot = ServingStart.Open(settings, streams, cancellationToken);
        try
        {
            await using var stores = await Stores.OpenAsync(settings.Storage, TimeProvider.System, cancellationToken);
            var notices = new PrintedNotices(streams.Error, speaking ?? Language.English);
            var families = ModeratorFamilies.Of(settings, stores, bot.Reloads(settings, cancellationToken), notices);
            await using var people = new PeopleFamilies(stores, PersonSecret.Open(settings), streams.Error, TimeProvider.System);
            var turns = bot.HandleTurns((reference, exception) => Boundary.Report(streams, reference, exception), [.. families, .. people.All]);
            await ChatAsync(bot, turns, streams, speaking, role, cancellationToken);
            return ExitCode.Done;
        }
        catch (StorageProblemException exception)
        {
            throw new UserError(ExitCode.BadConfiguration, exception.Message);
        }
    }

    private static async Task ChatAsync(
        Bot bot, TurnHandler turns, StandardStreams streams, Language? speaking, Role role, CancellationToken cancellationToken)
    {
        if (bot.WithoutMeaning is { } reason) streams.Error.WriteLine(reason);
        var chat = new ConsoleChat(turns.RespondAsync, streams, speaking) { Role = role };
        await chat.RunAsync(Texts.In(speaking ?? Language.English).Welcome, cancellationToken);
    }

    private static Role? ParseRole(ArgumentResult argument)
    {
        var name = argument.Tokens[0].Value;
        Role? role = name.ToLowerInvariant() switch
        {
            "student" => Role.Student,
            "administrator" => Role.ChatAdministrator,
            "moderator" => Role.Moderator,
            "owner" => Role.Owner,
            _ => null,
        };
        if (role is null) argument.AddError($"\"{name}\" is nobody here. Give student, administrator, moderator or owner.");
        return role;
    }
}
