using System.CommandLine;
using KorKazBot.Configuration;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>eval</c>: scores the answers to a file of questions.</summary>
internal static class EvalCommand
{
    private const string About = "Scores the answers to a file of questions, by kind and by language.";

    private const string Examples = """
        The file has one JSON object a line: "question", "gold" (texts of which the right passage has one; none: out of scope),
        and, where known, "kind", "lang", "previous". A floor is KIND=SHARE or SHARE for all; below it the exit code is 1.

        Examples:
          korkazbot eval corpus/golden.jsonl --floor 1
          korkazbot eval questions.jsonl --floor direct=0.95 --floor number=0.8 --json
        """;

    /// <summary>What was asked for.</summary>
    internal sealed record Request(string File, bool Json, IReadOnlyList<string> Floors);

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The questions." };
        var json = CommonOptions.Json("One JSON object for programs.");
        var floor = new Option<string[]>("--floor") { Description = "Least share of right answers.", HelpName = "[KIND=]SHARE" };
        var command = new Verb("eval", About, Examples) { file, json, floor };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            streams, common.Read(parsed), new Request(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(floor) ?? []), cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(StandardStreams streams, Settings settings, Request request, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{streams} {settings} {request} {cancellationToken}");
}
