namespace KorKazBot.Search.Querying;

/// <summary>What each part of a score counts in one language; a passage's stems count 1.</summary>
/// <remarks>The fixed recipe R8 of RETRIEVAL.md section 4, which tuning by language didn't improve, but for what is said at a language.</remarks>
internal sealed record RankingWeights
{
    /// <summary>What holds where nothing else is said: k1 0.9 and b 0.5 are one point better on short passages than Lucene's 1.2 and 0.75.</summary>
    public static readonly RankingWeights Usual = new();

    /// <summary>Saturation of BM25: how much a second occurrence counts.</summary>
    public double K1 { get; init; } = 0.9;

    /// <summary>How much of the length BM25 takes off, 0 to 1.</summary>
    public double B { get; init; } = 0.5;

    /// <summary>Broader forms.</summary>
    public double Broad { get; init; } = 0.6;

    /// <summary>Runs of four letters.</summary>
    public double Grams { get; init; } = 0.15;

    /// <summary>The words as typed.</summary>
    public double Exact { get; init; } = 0.1;

    /// <summary>The best sentence.</summary>
    public double Sentence { get; init; } = 0.8;

    /// <summary>Neighbours that are neighbours.</summary>
    public double Pairs { get; init; } = 1;

    /// <summary>Neighbours within eight words.</summary>
    public double Near { get; init; } = 1;

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
