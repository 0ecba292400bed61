namespace KorKazBot.Engine.Evaluation;

/// <summary>The figures of a group of judged answers. Shares are 0 to 1; a share of nothing is null.</summary>
/// <param name="Questions">How many questions.</param>
/// <param name="Answerable">How many of them the corpus answers.</param>
/// <param name="HitAt1">Share of the answerable ones whose first ranked passage is right, answered or not.</param>
/// <param name="HitAt3">The same for the first three.</param>
/// <param name="HitAt5">The same for the first five.</param>
/// <param name="Mrr">Mean reciprocal rank within the first ten.</param>
/// <param name="AnsweredRight">Share of the answerable ones answered with the right passage.</param>
/// <param name="AnsweredWrong">Share of the answerable ones answered with a wrong passage.</param>
/// <param name="FalselyAnswered">Share of the others that were answered.</param>
/// <param name="SentenceAccuracy">Of those answered right, the share whose best sentence holds the gold.</param>
/// <param name="Auroc">How well the confidence tells answerable from unanswerable: 0.5 is chance, 1 perfect.</param>
public sealed record Scores(
    int Questions, int Answerable, double? HitAt1, double? HitAt3, double? HitAt5, double? Mrr, double? AnsweredRight,
    double? AnsweredWrong, double? FalselyAnswered, double? SentenceAccuracy, double? Auroc)
{
    /// <summary>Counts a group.</summary>
    public static Scores Of(IEnumerable<JudgedAnswer> group)
    {
        var all = group.ToList();
        var answerable = all.Where(judged => judged.Judgment.IsAnswerable).ToList();
        var others = all.Where(judged => !judged.Judgment.IsAnswerable).ToList();
        var right = answerable.Where(judged => judged.IsRight).ToList();
        return new Scores(
            all.Count,
            answerable.Count,
            Share(answerable, judged => judged.Rank == 1),
            Share(answerable, judged => judged.Rank is >= 1 and <= 3),
            Share(answerable, judged => judged.Rank is >= 1 and <= 5),
            answerable.Count == 0 ? null : answerable.Average(judged => judged.Rank == 0 ? 0 : 1.0 / judged.Rank),
            Share(answerable, judged => judged.IsRight),
            Share(answerable, judged => judged.IsAnswered && judged.Rank != 1),
            Share(others, judged => judged.IsAnswered),
            Share(right, judged => judged.SentenceIsRight),
            AreaUnderRoc(answerable, others));
    }

    private static double? Share(List<JudgedAnswer> group, Func<JudgedAnswer, bool> holds) =>
        group.Count == 0 ? null : (double)group.Count(holds) / group.Count;

    // The probability that an answerable question has more confidence than an unanswerable one; ties count half.
    private static double? AreaUnderRoc(List<JudgedAnswer> answerable, List<JudgedAnswer> others)
    {
        if (answerable.Count == 0 || others.Count == 0) return null;
        var low = others.Select(judged => judged.Answer.Confidence.Probability).Order().ToArray();
        var wins = 0.0;
        foreach (var judged in answerable)
        {
            var confidence = judged.Answer.Confidence.Probability;
            wins += (LowerBound(low, confidence) + UpperBound(low, confidence)) / 2.0;
        }

        return wins / ((double)answerable.Count * others.Count);
    }

    private static int LowerBound(double[] sorted, double value)
    {
        var at = Array.BinarySearch(sorted, value);
        if (at < 0) return ~at;
        while (at > 0 && sorted[at - 1] == value) at--;
        return at;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        var at = LowerBound(sorted, value);
        while (at < sorted.Length && sorted[at] == value) at++;
        return at;
    }
}
