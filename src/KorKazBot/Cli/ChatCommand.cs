using System.CommandLine;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Streams;
using KorKazBot.Terminal;

namespace KorKazBot.Cli;

/// <summary><c>chat</c>: the terminal chat.</summary>
internal static class ChatCommand
{
    private const string About = "Opens the chat in the terminal: the same commands and replies as on the platforms.";

    private const string Examples = """
        Type a question, or the number of a button; /help lists the commands, /quit or Ctrl-D leaves.

        Examples:
          korkazbot chat --lang ru
          printf 'How big was trade in 2019?\nAnd in 2020?\n' | korkazbot chat
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var lang = CommonOptions.Lang("The language of the bot's own words. Quotes stay in the language of the interview.");
        var command = new Verb("chat", About, Examples) { lang };
        command.SetAction((parsed, cancellationToken) => RunAsync(streams, common.Read(parsed), parsed.GetValue(lang), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(StandardStreams streams, Settings settings, Language? language, CancellationToken cancellationToken)
    {
        using var bot = Bot.Open(settings, streams, cancellationToken);
        if (bot.WithoutMeaning is { } reason) streams.Error.WriteLine(reason);
        var turns = bot.HandleTurns((reference, exception) => Boundary.Report(streams, reference, exception));
        var speaking = language ?? LocaleLanguage.Of(settings.Place.Environment);

        var chat = new ConsoleChat(turns.RespondAsync, streams, speaking);
        await chat.RunAsync(Texts.In(speaking ?? Language.English).Welcome, cancellationToken);
        return ExitCode.Done;
    }
}
