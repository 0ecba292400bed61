using System.CommandLine;
using System.Globalization;
using KorKazBot.Checking;
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
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(Run(streams, common.Read(parsed), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    public static int Run(StandardStreams streams, Settings settings, bool json, CancellationToken cancellationToken)
    {
        var check = CorpusCheck.Run(settings, streams, cancellationToken);
        if (json)
        {
            streams.Out.WriteLine(CheckJson.Of(check));
        }
        else
        {
            foreach (var problem in check.Problems) streams.Out.WriteLine(problem);
            streams.Out.WriteLine($"{Count(check.Interviews, "interview")}, {Count(check.Passages, "passage")}, "
                + $"{Count(check.Golden, "golden question")}: {Count(check.Errors, "error")}, {Count(check.Warnings, "warning")}.");
        }

        return check.Errors == 0 ? ExitCode.Done : ExitCode.NothingFound;
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
