using System.CommandLine;
using System.Globalization;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
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
          korkazbot eval questions.jsonl.gz --passages passages.jsonl.gz
          korkazbot eval bench/calibration/*.jsonl --calibrate
        """;

    /// <summary>What was asked for.</summary>
    /// <param name="Files">The questions.</param>
    /// <param name="Passages">A file of passages to ask instead of the corpus; null: the corpus.</param>
    /// <param name="Json">One JSON object instead of a table.</param>
    /// <param name="Calibrate">Fit the confidence instead of scoring.</param>
    /// <param name="Floors">The least shares of right reactions.</param>
    internal sealed record Request(IReadOnlyList<string> Files, string? Passages, bool Json, bool Calibrate, IReadOnlyList<Floor> Floors);

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var files = new Argument<string[]>("FILE") { Description = "The questions; .gz is unpacked.", Arity = ArgumentArity.OneOrMore };
        var passages = new Option<string?>("--passages")
        {
            Description = "Ask these passages instead of the corpus: one {\"id\", \"text\", \"title\"} a line; .gz is unpacked.",
            HelpName = "FILE",
        };
        var calibrate = new Option<bool>("--calibrate") { Description = "Print the coefficients of the confidence that fit the questions best." };
        var json = CommonOptions.Json("One JSON object for programs.");
        var floor = new Option<string[]>("--floor") { Description = "Least share of right answers.", HelpName = "[GROUP=]SHARE" };
        var command = new Verb("eval", About, Examples) { files, passages, json, floor, calibrate };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new Request(
                parsed.GetRequiredValue(files), parsed.GetValue(passages), parsed.GetValue(json), parsed.GetValue(calibrate),
                [.. (parsed.GetValue(floor) ?? []).Select(Floor.Parse)]);
            return Task.FromResult(Run(streams, common.Read(parsed), request, cancellationToken));
        });
        return command;
    }

    public static int Run(StandardStreams streams, Settings settings, Request request, CancellationToken cancellationToken)
    {
        List<Judgment> judgments = [.. request.Files.SelectMany(file => JudgmentFile.Read(file)).Select(line => line.Judgment)];
        var corpus = request.Passages is { } file ? PassageFile.Read(file) : new CorpusFolder(CorpusPlace.Find(settings)).Read();
        if (request.Calibrate) return Calibrate(streams, settings, corpus, judgments, cancellationToken);

        using var bot = Bot.Over(corpus, settings, streams, cancellationToken);
        var run = Ask(bot, judgments, streams, cancellationToken);
        var broken = request.Floors.Select(floor => floor.BrokenBy(run)).OfType<string>().ToList();
        if (request.Json) streams.Out.WriteLine(EvaluationJson.Of(run, broken));
        else EvaluationTable.Write(run, streams.Out);

        streams.Error.WriteLine(bot.WithoutMeaning ?? "Meanings were compared where words alone didn't decide.");
        foreach (var reason in broken) streams.Error.WriteLine(reason);
        return broken.Count == 0 ? ExitCode.Done : ExitCode.NothingFound;
    }

    // Each model is fitted to answers that were found its way.
    private static int Calibrate(
        StandardStreams streams, Settings settings, CorpusSnapshot corpus, List<Judgment> judgments, CancellationToken cancellationToken)
    {
        foreach (var (name, use) in ((string, MeaningUse)[])[("ByWords", MeaningUse.Never), ("ByMeaning", MeaningUse.Always)])
        {
            settings.Answering.Meaning = use;
            using var bot = Bot.Over(corpus, settings, streams, cancellationToken);
            if (use == MeaningUse.Always && bot.WithoutMeaning is { } reason)
            {
                streams.Error.WriteLine(reason);
                continue;
            }

            var coefficients = Calibration.Fit(Ask(bot, judgments, streams, cancellationToken).Answers);
            var numbers = coefficients.Select(number => number.ToString("0.##", CultureInfo.InvariantCulture));
            streams.Out.WriteLine($"{name,-10} [{string.Join(", ", numbers)}]");
        }

        return ExitCode.Done;
    }

    private static EvaluationRun Ask(Bot bot, List<Judgment> judgments, StandardStreams streams, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(streams, "questions", judgments.Count);
        return bot.Evaluate(judgments, progress, cancellationToken);
    }
}
