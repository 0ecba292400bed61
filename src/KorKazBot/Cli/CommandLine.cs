using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary>All verbs, and how a command line becomes one of them.</summary>
/// <param name="streams">Where the verbs read and write.</param>
internal sealed class CommandLine(StandardStreams streams)
{
    private const string About = """
        Answers questions with verbatim passages of interviews, or says that the interviews don't say.
        Without a command it opens a chat in the terminal; questions may also come through a pipe.

        Examples:
          korkazbot
          korkazbot ask "How many Korean companies work in Kazakhstan?"
          korkazbot ask --json < questions.txt
          korkazbot check

        Exit codes:
          0 done   1 nothing found, or below the floor   2 bad input   3 bad configuration
          70 a defect in the program   130 cancelled (Ctrl-C)
        """;

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction) return Explain(parsed);

        var quiet = new InvocationConfiguration
        {
            Output = streams.Out,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,   // Boundary words exceptions.
            ProcessTerminationTimeout = null,        // Interruption listens to signals.
        };
        var exitCode = await parsed.InvokeAsync(quiet, cancellationToken);
        if (parsed is { Action: HelpAction, CommandResult.Command: Verb verb }) streams.Out.WriteLine(verb.More);
        return exitCode;
    }

    private RootCommand Root()
    {
        var common = new CommonOptions();
        var root = new RootCommand(About)
        {
            common.Corpus,
            AskCommand.Create(streams, common),
            ChatCommand.Create(streams, common),
            ImportCommand.Create(streams, common),
            CheckCommand.Create(streams, common),
            EvalCommand.Create(streams, common),
            IndexCommand.Create(streams, common),
            ServeCommand.Create(streams, common),
        };
        foreach (var command in StorageCommands.Create(streams, common)) root.Add(command);
        root.SetAction((parsed, cancellationToken) => ChatCommand.RunAsync(streams, common.Read(parsed), null, cancellationToken));
        return root;
    }

    private int Explain(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) streams.Error.WriteLine($"error: {error.Message}");

        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "" : $"{command.Name} ";
        streams.Error.WriteLine($"Run \"korkazbot {name}--help\" for what it takes; a question goes in quotes: korkazbot ask \"…\".");
        return ExitCode.BadInput;
    }
}
