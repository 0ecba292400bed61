namespace KorKazBot.Engine.Answering;

/// <summary>What the confidence is computed from; each 0 to 1.</summary>
public readonly record struct ConfidenceFeatures
{
    /// <summary>Number of features.</summary>
    public const int Count = 12;

    /// <summary>The features, by place, that speak against an answer; all others speak for it.</summary>
    internal static ReadOnlySpan<int> SpeakAgainst => [6, 7, 10, 11];

    // Where a single passage has the one known word, there is no second to be ahead of.
    private const double MostMargin = 0.6;

    /// <summary>Share of the question's IDF that the passage has literally, unknown words counted.</summary>
    public double Coverage { get; private init; }

    /// <summary>The same with thesaurus and repaired words.</summary>
    public double WideCoverage { get; private init; }

    /// <summary>The same over words that are neither numbers nor everywhere in the corpus.</summary>
    public double SpecificCoverage { get; private init; }

    /// <summary>The best sentence's share.</summary>
    public double SentenceCoverage { get; private init; }

    /// <summary>How far the best candidate is ahead of the second, by score; at most 0.6.</summary>
    public double Margin { get; private init; }

    /// <summary>How wholly an alias and the question meet.</summary>
    public double AliasMatch { get; private init; }

    /// <summary>Share of the question's IDF in words that the corpus doesn't have: the strongest sign that it doesn't tell.</summary>
    public double UnknownShare { get; private init; }

    /// <summary>1 where the question names somebody, a place or a figure that the passage doesn't have.</summary>
    public double MissesProper { get; private init; }

    /// <summary>Cosine of the question and the best candidate; 0 where meanings weren't compared.</summary>
    public double Meaning { get; private init; }

    /// <summary>How far that cosine is ahead of the best other candidate's, -1 to 1; 0 where meanings weren't compared.</summary>
    public double MeaningMargin { get; private init; }

    /// <summary>1 where a figure or a date is asked for and the passage has none, 0.5 where only its best sentence has none.</summary>
    public double TypeUnmet { get; private init; }

    /// <summary>Share of the question's IDF in its rarest word that the passage doesn't have, however put: the word that decides.</summary>
    public double MissingShare { get; private init; }

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
        foreach (var word in retrieval.Words)
        {
            if (word.Kind == WordKind.Context) continue;
            total += word.Idf;
            if (word.Kind == WordKind.Unknown) unknown += word.Idf;
        }

        return new ConfidenceFeatures
        {
            Coverage = evidence.Coverage,
            WideCoverage = evidence.WideCoverage,
            SpecificCoverage = evidence.SpecificCoverage,
            SentenceCoverage = sentence,
            Margin = best.Score > 0 ? Math.Clamp((best.Score - second) / best.Score, 0, MostMargin) : 0,
            AliasMatch = evidence.AliasMatch,
            UnknownShare = total > 0 ? unknown / total : 0,
            MissesProper = evidence.MissesProper ? 1 : 0,
            TypeUnmet = Unmet(retrieval.Type, best),
            MissingShare = evidence.MissingShare,
            Meaning = evidence.Meaning,
            MeaningMargin = evidence.Meaning - retrieval.OtherMeaning,
        };
    }

    private static double Unmet(AnswerType type, RetrievedPassage best)
    {
        if (type.IsMetBy(PassageReader.Read(best, type).HighlightText)) return 0;
        return type.IsMetBy(best.Passage.Text) ? 0.5 : 1;
    }

    /// <summary>Writes the features in the order in which <see cref="ConfidenceModel.ByWords"/> has them.</summary>
    public void CopyTo(Span<double> features)
    {
        features[0] = Coverage;
        features[1] = WideCoverage;
        features[2] = SpecificCoverage;
        features[3] = SentenceCoverage;
        features[4] = Margin;
        features[5] = AliasMatch;
        features[6] = UnknownShare;
        features[7] = MissesProper;
        features[8] = Meaning;
        features[9] = MeaningMargin;
        features[10] = TypeUnmet;
        features[11] = MissingShare;
    }
}
