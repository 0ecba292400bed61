namespace KorKazBot.Engine.Answering;

/// <summary>A logistic model from evidence to the probability that the best passage answers.</summary>
/// <remarks>
/// Raw BM25 is never thresholded: it is unbounded and changes with every reload. The coefficients are fitted to judged questions by
/// <c>eval bench/calibration/*.jsonl --calibrate</c>; docs/decisions/0003 has the run that they come from.
/// </remarks>
public static class ConfidenceModel
{
    /// <summary>For words alone: the constant term, then a coefficient for each feature in the order of <see cref="ConfidenceFeatures.CopyTo"/>.</summary>
    public static ReadOnlySpan<double> ByWords => [-2.25, 1.56, 0.33, 1.22, 0.33, 2.09, 1.71, 0, -2.42, 0, 0, -3.9, -0.63];

    /// <summary>The same where meanings were compared.</summary>
    public static ReadOnlySpan<double> ByMeaning => [-3.4, 1.53, 0.42, 1.35, 0, 1.73, 1.29, -0.06, -1.97, 2.62, 2.87, -4.08, -0.36];

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
