using System.CommandLine;
using KorKazBot.Configuration;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>check</c>: lints the corpus and runs its golden questions.</summary>
internal static class CheckCommand
{
    private const string About = "Checks every corpus file, and that the golden questions keep their answers.";

    private const string Examples = """
        Problems are printed as file:line: what is wrong and what to do. Exit code 1 when there is an error.

        Examples:
          korkazbot check
          korkazbot check --corpus drafts --json
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var json = CommonOptions.Json("One JSON object for programs.");
        var command = new Verb("check", About, Examples) { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(streams, common.Read(parsed), parsed.GetValue(json), cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(StandardStreams streams, Settings settings, bool json, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{streams} {settings} {json} {cancellationToken}");
}
