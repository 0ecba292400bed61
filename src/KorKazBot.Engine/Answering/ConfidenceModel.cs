namespace KorKazBot.Engine.Answering;

/// <summary>A logistic model from evidence to the probability that the best passage answers.</summary>
/// <remarks>
/// Raw BM25 is never thresholded: it is unbounded and changes with every reload. The coefficients are fitted to judged questions by
/// <c>eval bench/calibration/*.jsonl --calibrate</c>; docs/decisions/0003 has the run that they come from.
/// </remarks>
public static class ConfidenceModel
{
    /// <summary>For words alone: the constant term, then a coefficient for each feature in the order of <see cref="ConfidenceFeatures.CopyTo"/>.</summary>
    public static ReadOnlySpan<double> ByWords => [-2.11, 1.64, 0.06, 1.23, 0.37, 2.08, 1.56, 0, -2.39, 0, 0, -3.9, -0.74];

    /// <summary>The same where meanings were compared.</summary>
    public static ReadOnlySpan<double> ByMeaning => [-3.23, 1.54, 0.34, 1.28, 0, 1.8, 1.25, -0.15, -1.99, 2.58, 2.75, -4.1, -0.44];

    /// <summary>The probability that the best passage answers; <see cref="Confidence.None"/> where nothing speaks for it.</summary>
    /// <param name="features">What speaks for it.</param>
    /// <param name="byMeaning">Whether meanings were compared, too.</param>
    public static Confidence Of(in ConfidenceFeatures features, bool byMeaning)
    {
        // A nearness of meaning with not a single word in common is found for everything.
        if (features.WideCoverage == 0) return Confidence.None;
        return new Confidence(Probability(features, byMeaning ? ByMeaning : ByWords));
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
