using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Evaluation;

/// <summary>Asks the engine judged questions, the way users ask.</summary>
/// <param name="answerer">The same engine that answers users.</param>
public sealed class Evaluator(QuestionAnswerer answerer)
{
    private const int Top = 10;

    /// <summary>Asks each question once.</summary>
    /// <param name="judgments">The questions.</param>
    /// <param name="retriever">The index to ask.</param>
    /// <param name="progress">Told the number done after each question; null: nobody is told.</param>
    /// <param name="cancellationToken">Stops between two questions.</param>
    public IReadOnlyList<JudgedAnswer> Run(
        IReadOnlyList<Judgment> judgments, IPassageRetriever retriever, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judgments);
        var judged = new List<JudgedAnswer>(judgments.Count);
        foreach (var judgment in judgments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = answerer.Answer(new Question(judgment.Text, Previous: judgment.Previous), retriever, Top);
            judged.Add(Judge(judgment, answer));
            progress?.Report(judged.Count);
        }

        return judged;
    }

    private static JudgedAnswer Judge(Judgment judgment, Answer answer)
    {
        var rank = 0;
        for (var i = 0; i < answer.Readings.Length && rank == 0; i++)
        {
            if (IsRight(answer.Readings[i].Passage, judgment)) rank = i + 1;
        }

        var sentence = rank == 1 && HoldsAny(FoldWhiteSpace(answer.Readings[0].HighlightText), judgment);
        return new JudgedAnswer(judgment, answer, rank, sentence);
    }

    /// <summary>Whether a passage is a right answer.</summary>
    public static bool IsRight(Passage passage, Judgment judgment) =>
        judgment.Gold.Contains(passage.Id) || HoldsAny(FoldWhiteSpace(passage.Text), judgment);

    private static bool HoldsAny(string folded, Judgment judgment)
    {
        foreach (var gold in judgment.Gold)
        {
            if (folded.Contains(FoldWhiteSpace(gold), StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string FoldWhiteSpace(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
