namespace KorKazBot.Engine.Answering;

/// <summary>What the confidence is computed from; each 0 to 1.</summary>
/// <param name="Coverage">Share of the question's IDF that the passage has literally, unknown words counted.</param>
/// <param name="WideCoverage">The same with the thesaurus.</param>
/// <param name="SpecificCoverage">The same over words that tell something.</param>
/// <param name="SentenceCoverage">The best sentence's share.</param>
/// <param name="Margin">How far the best candidate is ahead of the second, by score.</param>
/// <param name="Alias">How well an alias meets the question.</param>
public readonly record struct ConfidenceFeatures(
    double Coverage, double WideCoverage, double SpecificCoverage, double SentenceCoverage, double Margin, double Alias)
{
    /// <summary>Takes the features of the best candidate.</summary>
    public static ConfidenceFeatures Of(Retrieval retrieval)
    {
        ArgumentNullException.ThrowIfNull(retrieval);
        if (retrieval.Passages.IsEmpty) return default;

        var best = retrieval.Passages[0];
        var second = retrieval.Passages.Length > 1 ? retrieval.Passages[1].Score : 0;
        var margin = best.Score > 0 ? Math.Clamp((best.Score - second) / best.Score, 0, 1) : 0;
        var sentence = 0.0;
        foreach (var candidate in best.Evidence.Sentences) sentence = Math.Max(sentence, candidate.Coverage);
        var evidence = best.Evidence;
        return new ConfidenceFeatures(evidence.Coverage, evidence.WideCoverage, evidence.SpecificCoverage, sentence, margin, 0);
    }
}

/// <summary>A logistic model from evidence to the probability that the best passage answers.</summary>
/// <remarks>
/// Raw BM25 is never thresholded: it is unbounded and changes with every reload. Unknown words count at the IDF of a word in no passage,
/// which is worth six points of AUROC (RETRIEVAL.md section 6).
/// </remarks>
public static class ConfidenceModel
{
    private const double Intercept = -4.6;
    private const double OfCoverage = 1.5;
    private const double OfWideCoverage = 1.5;
    private const double OfSpecificCoverage = 3.0;
    private const double OfSentenceCoverage = 2.0;
    private const double OfMargin = 1.2;

    /// <summary>The probability that the best passage of a retrieval answers; <see cref="Confidence.None"/> where there is none.</summary>
    public static Confidence Of(Retrieval retrieval)
    {
        ArgumentNullException.ThrowIfNull(retrieval);
        if (retrieval.Passages.IsEmpty) return Confidence.None;

        var features = ConfidenceFeatures.Of(retrieval);
        var logit = Intercept + (OfCoverage * features.Coverage) + (OfWideCoverage * features.WideCoverage)
            + (OfSpecificCoverage * features.SpecificCoverage) + (OfSentenceCoverage * features.SentenceCoverage)
            + (OfMargin * features.Margin);
        return new Confidence(1 / (1 + Math.Exp(-logit)));
    }
}
