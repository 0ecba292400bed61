using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Evaluating;

namespace KorKazBot.Checking;

/// <summary>Finds golden questions that can't do their work: asked twice, or with an answer that no passage holds.</summary>
internal static class GoldenLint
{
    /// <summary>Warnings and errors by line.</summary>
    public static IEnumerable<CorpusProblem> Of(IReadOnlyList<JudgmentLine> questions, string file, CorpusSnapshot corpus)
    {
        var first = new Dictionary<(string?, string), int>();
        foreach (var (line, judgment) in questions)
        {
            if (!first.TryAdd((judgment.Previous, judgment.Text), line))
            {
                var earlier = first[(judgment.Previous, judgment.Text)];
                yield return new CorpusProblem(Severity.Warning, file, line, $"\"{judgment.Text}\" is asked in line {earlier} already.", "Remove one of the two lines.");
            }

            if (judgment.IsAnswerable && !corpus.Passages.Any(passage => Evaluator.IsRight(passage, judgment)))
                yield return new CorpusProblem(Severity.Error, file, line, $"No passage holds the answer to \"{judgment.Text}\".", "Copy \"gold\" from a passage, or write the passage's id.");
        }
    }
}
