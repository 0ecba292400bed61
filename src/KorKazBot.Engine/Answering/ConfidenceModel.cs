namespace KorKazBot.Engine.Answering;

/// <summary>A logistic model from evidence to the probability that the best passage answers.</summary>
/// <remarks>
/// Raw BM25 is never thresholded: it is unbounded and changes with every reload. The coefficients are fitted to judged questions by
/// <c>eval bench/calibration/*.jsonl --calibrate</c>; docs/decisions/0003 has the run that they come from.
/// </remarks>
public static class ConfidenceModel
{
    /// <summary>For words alone: the constant term, then a coefficient for each feature in the order of <see cref="ConfidenceFeatures.CopyTo"/>.</summary>
    public static ReadOnlySpan<double> ByWords => [-2.35, 3.14, -0.67, 0.59, 0.77, 1.23, 2.14, 1.28, -2.26, 0, 0, -3.92, -0.35];

    /// <summary>The same where meanings were compared.</summary>
    public static ReadOnlySpan<double> ByMeaning => [-3.44, 2.55, -0.24, 0.64, 0.24, 2.03, 1.6, 0.77, -1.99, 2.63, 2.68, -3.95, -0.48];

    /// <summary>The probability that the best passage of a retrieval answers; <see cref="Confidence.None"/> where there is none.</summary>
    public static Confidence Of(Retrieval retrieval)
    {
        ArgumentNullException.ThrowIfNull(retrieval);
        return retrieval.Passages.IsEmpty
            ? Confidence.None
            : new Confidence(Probability(ConfidenceFeatures.Of(retrieval), retrieval.ByMeaning ? ByMeaning : ByWords));
    }

    /// <summary>The probability that some coefficients give.</summary>
    internal static double Probability(in ConfidenceFeatures features, ReadOnlySpan<double> coefficients)
    {
        Span<double> values = stackalloc double[ConfidenceFeatures.Count];
        features.CopyTo(values);
        var logit = coefficients[0];
        for (var i = 0; i < values.Length; i++) logit += coefficients[i + 1] * values[i];
        return 1 / (1 + Math.Exp(-logit));
    }
}
