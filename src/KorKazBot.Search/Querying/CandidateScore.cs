namespace KorKazBot.Search.Querying;

/// <summary>The parts of a candidate's score, weighted, and how much of the question it covers.</summary>
internal record struct CandidateScore
{
    /// <summary>Ordinal of the passage.</summary>
    public int Ordinal { get; init; }

    /// <summary>BM25 over stems and what stands for them.</summary>
    public double Stem { get; set; }

    /// <summary>BM25 over broader forms.</summary>
    public double Broad { get; set; }

    /// <summary>BM25 over runs of four letters.</summary>
    public double Grams { get; set; }

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

    /// <summary>What candidates are ranked by.</summary>
    public readonly double Total => Stem + Broad + Grams + Exact + Alias + Sentence + Pairs + Near + (RankingWeights.Meaning * Meaning);
}
