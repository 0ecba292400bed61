namespace KorKazBot.Engine.Answering;

/// <summary>A logistic model from evidence to the probability that the best passage answers.</summary>
/// <remarks>
/// Raw BM25 is never thresholded: it is unbounded and changes with every reload. The coefficients are fitted to judged questions by
/// <c>eval FILE --calibrate</c>; docs/decisions/0003 has the run that they come from.
/// </remarks>
public static class ConfidenceModel
{
    /// <summary>The constant term, then a coefficient for each feature in the order of <see cref="ConfidenceFeatures.CopyTo"/>.</summary>
    public static ReadOnlySpan<double> Coefficients => [-3.58, 1.83, 1.83, 2.02, 0.73, 0.70, 0.78, 0.03, -0.52];

    /// <summary>The probability that the best passage of a retrieval answers; <see cref="Confidence.None"/> where there is none.</summary>
    public static Confidence Of(Retrieval retrieval)
    {
        ArgumentNullException.ThrowIfNull(retrieval);
        return retrieval.Passages.IsEmpty ? Confidence.None : new Confidence(Probability(ConfidenceFeatures.Of(retrieval), Coefficients));
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
