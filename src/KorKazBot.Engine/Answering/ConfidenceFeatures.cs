namespace KorKazBot.Engine.Answering;

/// <summary>What the confidence is computed from; each 0 to 1.</summary>
public readonly record struct ConfidenceFeatures
{
    /// <summary>Number of features.</summary>
    public const int Count = 8;

    /// <summary>Share of the question's IDF that the passage has literally, unknown words counted.</summary>
    public double Coverage { get; private init; }

    /// <summary>The same with thesaurus and repaired words.</summary>
    public double WideCoverage { get; private init; }

    /// <summary>The same over words that are neither numbers nor everywhere in the corpus.</summary>
    public double SpecificCoverage { get; private init; }

    /// <summary>The best sentence's share.</summary>
    public double SentenceCoverage { get; private init; }

    /// <summary>How far the best candidate is ahead of the second, by score.</summary>
    public double Margin { get; private init; }

    /// <summary>How wholly an alias and the question meet.</summary>
    public double AliasMatch { get; private init; }

    /// <summary>Share of the question's IDF in words that the corpus doesn't have: the strongest sign that it doesn't tell.</summary>
    public double UnknownShare { get; private init; }

    /// <summary>1 where the question names a figure or a year that the corpus doesn't have.</summary>
    public double UnknownFigure { get; private init; }

    /// <summary>Takes the features of the best candidate; all 0 where there is none.</summary>
    public static ConfidenceFeatures Of(Retrieval retrieval)
    {
        ArgumentNullException.ThrowIfNull(retrieval);
        if (retrieval.Passages.IsEmpty) return default;

        var (best, evidence) = (retrieval.Passages[0], retrieval.Passages[0].Evidence);
        var second = retrieval.Passages.Length > 1 ? retrieval.Passages[1].Score : 0;
        var sentence = 0.0;
        foreach (var candidate in evidence.Sentences) sentence = Math.Max(sentence, candidate.Coverage);

        double total = 0, unknown = 0;
        var unknownFigure = false;
        foreach (var word in retrieval.Words)
        {
            if (word.Kind == WordKind.Context) continue;
            total += word.Idf;
            if (word.Kind != WordKind.Unknown) continue;
            unknown += word.Idf;
            unknownFigure |= char.IsAsciiDigit(word.Text[0]);
        }

        return new ConfidenceFeatures
        {
            Coverage = evidence.Coverage,
            WideCoverage = evidence.WideCoverage,
            SpecificCoverage = evidence.SpecificCoverage,
            SentenceCoverage = sentence,
            Margin = best.Score > 0 ? Math.Clamp((best.Score - second) / best.Score, 0, 1) : 0,
            AliasMatch = evidence.AliasMatch,
            UnknownShare = total > 0 ? unknown / total : 0,
            UnknownFigure = unknownFigure ? 1 : 0,
        };
    }

    /// <summary>Writes the features in the order in which <see cref="ConfidenceModel.Coefficients"/> has them.</summary>
    public void CopyTo(Span<double> features)
    {
        features[0] = Coverage;
        features[1] = WideCoverage;
        features[2] = SpecificCoverage;
        features[3] = SentenceCoverage;
        features[4] = Margin;
        features[5] = AliasMatch;
        features[6] = UnknownShare;
        features[7] = UnknownFigure;
    }
}
