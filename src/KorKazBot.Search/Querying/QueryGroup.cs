using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Search.Querying;

/// <summary>One meaningful word of the question with everything it is searched as.</summary>
internal sealed class QueryGroup
{
    /// <summary>The word, folded.</summary>
    public required string Text { get; init; }

    /// <summary>What the corpus knows of it.</summary>
    public required WordKind Kind { get; set; }

    /// <summary>Inverse document frequency; an unknown word's is that of a word in no passage.</summary>
    public required double Idf { get; set; }

    /// <summary>How much it counts: 1 for the question's own words, less for those of the previous question.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The corpus word that it was repaired to; null: searched as it stands.</summary>
    public string? SearchedAs { get; set; }

    /// <summary>The word as it was typed, in lower case; null for a phrase, which is as in <see cref="Text"/>.</summary>
    public string? Typed { get; set; }

    /// <summary>The thesaurus concept that widened it; null: none.</summary>
    public string? Concept { get; set; }

    /// <summary>The number of that concept.</summary>
    public int? ConceptNumber { get; set; }

    /// <summary>A proper name or a figure: a passage without it answers another question.</summary>
    public bool IsProper { get; set; }

    /// <summary>Whether anything that stands for the word is in the corpus.</summary>
    public bool IsFound => Terms.Exists(term => term.Kind != TermKind.Gram);

    /// <summary>Everything it is searched as.</summary>
    public List<QueryTerm> Terms { get; } = new(16);
}

/// <summary>What a passage's words are compared with.</summary>
internal enum TermKind
{
    /// <summary>The word's stem; of several (Korean pairs of syllables) each counts its part.</summary>
    Stem,

    /// <summary>The word's broader form.</summary>
    Broad,

    /// <summary>The word itself.</summary>
    Exact,

    /// <summary>Four letters of the word.</summary>
    Gram,

    /// <summary>Another word of the same meaning, or a repaired spelling: the best one counts.</summary>
    Alternative,
}

/// <summary>A term of one language's vocabulary that stands for a question word.</summary>
/// <param name="Language">Whose vocabulary.</param>
/// <param name="Kind">Which table the number is of, and how it counts.</param>
/// <param name="Number">The term's number there.</param>
/// <param name="Idf">Its own inverse document frequency.</param>
/// <param name="Weight">0 to 1; below 1 for other words than the user's.</param>
/// <param name="Share">Its share of the word, 0 to 1: how much of the word is covered where the term occurs.</param>
internal readonly record struct QueryTerm(Language Language, TermKind Kind, int Number, double Idf, double Weight, double Share);
