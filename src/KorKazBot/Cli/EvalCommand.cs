using System.CommandLine;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Evaluating;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>eval</c>: scores the answers to a file of questions.</summary>
internal static class EvalCommand
{
    private const string About = "Scores the answers to a file of questions, by kind and by language.";

    private const string Examples = """
        The file has one JSON object a line: "question"; "gold", texts or ids of which the right passage has one (without it the
        question must stay unanswered); and, where known, "id", "kind", "lang", "previous". A floor is the least share of right
        reactions: SHARE for all, or GROUP=SHARE for a row of the table. Below a floor the exit code is 1.

        Examples:
          korkazbot eval corpus/golden.jsonl --floor 1
          korkazbot eval questions.jsonl --floor direct=0.95 --floor number=0.8 --json
        """;

    /// <summary>What was asked for.</summary>
    internal sealed record Request(string File, bool Json, IReadOnlyList<Floor> Floors);

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The questions." };
        var json = CommonOptions.Json("One JSON object for programs.");
        var floor = new Option<string[]>("--floor") { Description = "Least share of right answers.", HelpName = "[GROUP=]SHARE" };
        var command = new Verb("eval", About, Examples) { file, json, floor };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new Request(parsed.GetRequiredValue(file), parsed.GetValue(json), [.. (parsed.GetValue(floor) ?? []).Select(Floor.Parse)]);
            return Task.FromResult(Run(streams, common.Read(parsed), request, cancellationToken));
        });
        return command;
    }

    public static int Run(StandardStreams streams, Settings settings, Request request, CancellationToken cancellationToken)
    {
        var judgments = JudgmentFile.Read(request.File);
        using var bot = Bot.Open(settings, streams, cancellationToken);

        EvaluationRun run;
        using (var progress = new ProgressLine(streams, "questions", judgments.Count))
        {
            run = bot.Evaluate([.. judgments.Select(line => line.Judgment)], progress, cancellationToken);
        }

        var broken = request.Floors.Select(floor => floor.BrokenBy(run)).OfType<string>().ToList();
        if (request.Json) streams.Out.WriteLine(EvaluationJson.Of(run, broken));
        else EvaluationTable.Write(run, streams.Out);

        foreach (var reason in broken) streams.Error.WriteLine(reason);
        return broken.Count == 0 ? ExitCode.Done : ExitCode.NothingFound;
    }
}
