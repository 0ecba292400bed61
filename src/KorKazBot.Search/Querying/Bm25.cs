namespace KorKazBot.Search.Querying;

/// <summary>BM25 with exact lengths; Lucene keeps a length in one byte, which costs 0.4 points (RETRIEVAL.md section 3).</summary>
internal static class Bm25
{
    /// <summary>Inverse document frequency as Lucene's BM25Similarity has it: ln(1 + (n - df + 0.5) / (df + 0.5)).</summary>
    public static double Idf(int passagesWithTerm, int passages)
    {
        var with = Math.Min(passagesWithTerm, passages);
        return Math.Log(1 + ((passages - with + 0.5) / (with + 0.5)));
    }

    /// <summary>Saturated term frequency with length normalisation.</summary>
    public static double Saturate(double frequency, double length, double averageLength, RankingWeights weights)
    {
        var norm = weights.K1 * (1 - weights.B + (weights.B * length / averageLength));
        return frequency * (weights.K1 + 1) / (frequency + norm);
    }
}
