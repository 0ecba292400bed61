namespace KorKazBot.Search.Querying;

/// <summary>The parts of a candidate's score, unweighted, and how much of the question it covers.</summary>
internal record struct CandidateScore
{
    /// <summary>Ordinal of the passage.</summary>
    public int Ordinal { get; init; }

    /// <summary>BM25 over stems and what stands for them.</summary>
    public double Stem { get; set; }

    /// <summary>BM25 over broader forms.</summary>
    public double Broad { get; set; }

    /// <summary>BM25 over the words as typed.</summary>
    public double Exact { get; set; }

    /// <summary>The best alias.</summary>
    public double Alias { get; set; }

    /// <summary>The best single sentence.</summary>
    public double Sentence { get; set; }

    /// <summary>Neighbours in the question that are neighbours in the passage.</summary>
    public double Pairs { get; set; }

    /// <summary>Neighbours in the question that stand within eight words.</summary>
    public double Near { get; set; }

    /// <summary>Cosine of the question and the nearest sentence or alias; 0 where meanings aren't compared.</summary>
    public double Meaning { get; set; }

    /// <summary>Share of the question's IDF that the passage, its question or an alias has literally.</summary>
    public double Coverage { get; set; }

    /// <summary>The same with thesaurus and repaired words.</summary>
    public double WideCoverage { get; set; }

    /// <summary>The same over words that are neither numbers nor everywhere in the corpus.</summary>
    public double SpecificCoverage { get; set; }

    /// <summary>Share of the question's IDF in the rarest word that tells something and isn't met.</summary>
    public double MissingShare { get; set; }

    /// <summary>Whether a proper name or a figure of the question isn't met.</summary>
    public bool MissesProper { get; set; }

    /// <summary>The weighted sum that candidates are ranked by.</summary>
    public readonly double Total =>
        (RankingWeights.Stem * Stem) + (RankingWeights.Broad * Broad) + (RankingWeights.Exact * Exact)
        + (RankingWeights.Alias * Alias) + (RankingWeights.Sentence * Sentence)
        + (RankingWeights.Pairs * Pairs) + (RankingWeights.Near * Near) + (RankingWeights.Meaning * Meaning);
}

/// <summary>What each part counts: the fixed recipe R8 of RETRIEVAL.md section 4, which no tuning by language improved.</summary>
internal static class RankingWeights
{
    public const double Stem = 1;
    public const double Broad = 0.6;
    public const double Exact = 0.1;
    public const double Sentence = 0.8;
    public const double Pairs = 1;
    public const double Near = 1;

    /// <summary>Weighted sums only: ranks fused with a weak partner lose 7 points (RETRIEVAL.md section 5).</summary>
    public const double Meaning = 20;

    /// <summary>What a cosine counts when the best sentence is chosen.</summary>
    public const double SentenceMeaning = 8;

    /// <summary>What a sentence counts more for having a figure where a figure is asked for.</summary>
    public const double RightType = 1.4;

    /// <summary>What a sentence counts more for having the very year or number that the question names.</summary>
    public const double SameFigure = 1.4;

    /// <summary>How often a word of the interviewer's question or of the title counts as standing in the passage.</summary>
    public const double AskedOccurrence = 1;

    /// <summary>An alias was written to be asked: a whole match outweighs everything.</summary>
    public const double Alias = 1.5;
}
