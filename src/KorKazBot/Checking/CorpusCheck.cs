using System.Collections.Immutable;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Corpus.Linting;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Evaluating;
using KorKazBot.Streams;

namespace KorKazBot.Checking;

/// <summary>What a check found.</summary>
/// <param name="Problems">Everything wrong, file by file; golden questions that lost their answer among it.</param>
/// <param name="Interviews">Interviews read; 0 where an error kept them from being read.</param>
/// <param name="Passages">Passages read.</param>
/// <param name="Golden">Golden questions asked.</param>
internal sealed record CorpusCheck(ImmutableArray<CorpusProblem> Problems, int Interviews, int Passages, int Golden)
{
    /// <summary>The file of golden questions in the corpus.</summary>
    public const string GoldenFile = "golden.jsonl";

    /// <summary>How many problems keep the corpus from being used.</summary>
    public int Errors => Problems.Count(problem => problem.Severity == Severity.Error);

    /// <summary>How many are only worth a look.</summary>
    public int Warnings => Problems.Length - Errors;

    /// <summary>Lints settings and corpus, then asks the golden questions.</summary>
    public static CorpusCheck Run(Settings settings, StandardStreams streams, CancellationToken cancellationToken)
    {
        var folder = CorpusPlace.Find(settings);
        var problems = ImmutableArray.CreateBuilder<CorpusProblem>();
        if (settings.Place.SettingsFile is { } file) problems.AddRange(SecretLint.Of(file));

        var snapshot = new CorpusFolder(folder).TryRead(out var found);
        problems.AddRange(found);
        if (snapshot is null) return new CorpusCheck(problems.ToImmutable(), 0, 0, 0);
        problems.AddRange(CorpusLint.Of(snapshot, folder));

        var golden = Path.Combine(folder, GoldenFile);
        var questions = File.Exists(golden) ? JudgmentFile.Read(golden) : [];
        var lints = GoldenLint.Of(questions, golden, snapshot).ToList();
        problems.AddRange(lints);
        var askable = questions.Where(question => !lints.Exists(lint => lint.Severity == Severity.Error && lint.Line == question.Line)).ToList();
        if (askable.Count > 0) problems.AddRange(Ask(askable, golden, snapshot, settings, streams, cancellationToken));
        return new CorpusCheck(problems.ToImmutable(), snapshot.Interviews.Length, snapshot.Passages.Length, questions.Count);
    }

    private static IEnumerable<CorpusProblem> Ask(
        List<JudgmentLine> questions, string file, CorpusSnapshot snapshot, Settings settings, StandardStreams streams,
        CancellationToken cancellationToken)
    {
        using var bot = Bot.Over(snapshot, settings, streams, cancellationToken);
        using var progress = new ProgressLine(streams, "golden questions", questions.Count);
        var run = bot.Evaluate([.. questions.Select(question => question.Judgment)], progress, cancellationToken);
        return
        [
            .. run.Answers.Zip(questions)
                .Where(pair => !pair.First.IsRight)
                .Select(pair => new CorpusProblem(Severity.Error, file, pair.Second.Line, Lost(pair.First), "Mend the passage, add an alias, or change the golden question."))
        ];
    }

    private static string Lost(JudgedAnswer judged)
    {
        var question = $"\"{judged.Judgment.Text}\"";
        var first = judged.Answer.Readings is [var reading, ..] ? reading.Passage.Id : "nothing";
        if (!judged.Judgment.IsAnswerable) return $"{question} must stay unanswered, but is answered with {first}.";
        if (judged.IsAnswered) return $"{question} is answered with {first}, not with {judged.Judgment.Gold[0]}.";
        return judged.Rank == 0
            ? $"{question} is not answered any more."
            : $"{question} is not answered surely enough any more; the right passage is number {judged.Rank}.";
    }
}
