using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Answering;

/// <summary>What retrieval found, with the evidence that reading, abstaining and explaining need.</summary>
/// <param name="Words">The question's words that carry meaning, in order.</param>
/// <param name="Passages">The candidates, best first.</param>
/// <param name="Type">What kind of thing was asked for.</param>
/// <param name="ByMeaning">Whether meanings were compared, too.</param>
public sealed record Retrieval(ImmutableArray<QuestionWord> Words, ImmutableArray<RetrievedPassage> Passages, AnswerType Type = AnswerType.Any, bool ByMeaning = false)
{
    /// <summary>Cosine of the question and the best passage but the first, of all that were scored; 0 where meanings weren't compared.</summary>
    public double OtherMeaning { get; init; }

    /// <summary>Nothing found, nothing understood.</summary>
    public static Retrieval Empty { get; } = new([], []);
}

/// <summary>What the corpus knows of a word.</summary>
public enum WordKind
{
    /// <summary>The corpus has it, in some passages.</summary>
    Content,

    /// <summary>So frequent in this corpus ("Korea", "Kazakhstan") that it tells nothing.</summary>
    Everywhere,

    /// <summary>A number or a year: never enough by itself.</summary>
    Number,

    /// <summary>Neither the corpus nor the thesaurus has it: the strongest sign that the interviews don't say.</summary>
    Unknown,

    /// <summary>Taken from the previous question.</summary>
    Context,
}

/// <summary>A word of the question as retrieval understood it.</summary>
/// <param name="Text">As typed, folded to lower case.</param>
/// <param name="Kind">What the corpus knows of it.</param>
/// <param name="Idf">Inverse document frequency, natural logarithm, 0 or more; an unknown word has that of a word in no passage.</param>
/// <param name="SearchedAs">The corpus word that a misspelt word was repaired to; null where it was searched as it stands.</param>
/// <param name="Concept">The thesaurus concept it was widened with; null: none.</param>
public sealed record QuestionWord(string Text, WordKind Kind, double Idf, string? SearchedAs = null, string? Concept = null);

/// <summary>A candidate.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Ranking score: unbounded, not comparable between questions.</param>
/// <param name="Evidence">Why it ranks where it does.</param>
public sealed record RetrievedPassage(Passage Passage, double Score, Evidence Evidence);

/// <summary>How a passage meets the question; shares are of the question's summed IDF with unknown words counted, 0 to 1.</summary>
/// <param name="Coverage">Share that the passage, its question or an alias has, literally or by stem.</param>
/// <param name="WideCoverage">The same with thesaurus and repaired words counted.</param>
/// <param name="SpecificCoverage">The same over words that tell something: neither numbers nor words that stand everywhere.</param>
/// <param name="AliasMatch">How wholly an alias of the passage and the question meet: 1 where they say the same.</param>
/// <param name="MissingShare">Share of the question's IDF in the rarest of its words that the passage doesn't have, however put.</param>
/// <param name="MissesProper">Whether the passage lacks a proper name or a figure that the question names.</param>
/// <param name="Meaning">Cosine of the question and the nearest sentence or alias, 0 to 1; 0 where meanings weren't compared.</param>
/// <param name="Sentences">The sentences of the passage's own text in order, each with its share of the question.</param>
/// <param name="Parts">The parts of the score by name, for explaining.</param>
public sealed record Evidence(
    double Coverage, double WideCoverage, double SpecificCoverage, double AliasMatch, double MissingShare, bool MissesProper, double Meaning,
    ImmutableArray<SentenceEvidence> Sentences, ImmutableArray<ScorePart> Parts);

/// <summary>How a sentence meets the question.</summary>
/// <param name="Span">Where it stands in the passage's text.</param>
/// <param name="Score">Higher answers better; comparable between the sentences of one retrieval.</param>
/// <param name="Coverage">Share of the question's summed IDF that the sentence has, 0 to 1.</param>
public readonly record struct SentenceEvidence(TextSpan Span, double Score, double Coverage);

/// <summary>One part of a score.</summary>
/// <param name="Name">Short and stable: <c>stem</c>, <c>asked</c>…</param>
/// <param name="Value">Its weighted contribution.</param>
public readonly record struct ScorePart(string Name, double Value);
