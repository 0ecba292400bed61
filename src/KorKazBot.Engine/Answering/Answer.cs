using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Answering;

/// <summary>What the engine makes of a question: one of three bands.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The language that the question was taken for.</summary>
    public required Language Language { get; init; }

    /// <summary>How surely the best passage answers; <see cref="Confidence.None"/> where nothing was retrieved.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The ranked candidates, also where the engine abstains; at most as many as were asked for.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>What the confidence was computed from.</summary>
    public ConfidenceFeatures Features { get; init; }

    /// <summary>The question's words with what the corpus knows of each.</summary>
    public ImmutableArray<QuestionWord> Words { get; init; } = [];

    /// <summary>The previous question where this one was taken as a follow-up; else null.</summary>
    public string? CompletedFrom { get; init; }

    /// <summary>Words that neither the corpus nor the thesaurus has, as typed, without repeats.</summary>
    public IEnumerable<string> UnknownWords =>
        Words.Where(word => word.Kind == WordKind.Unknown).Select(word => word.Text).Distinct(StringComparer.Ordinal);

    /// <summary>One passage answers: <see cref="Answer.Readings"/> begins with it.</summary>
    public sealed record Found : Answer
    {
        /// <summary>The passage to quote.</summary>
        public Reading Best => Readings[0];
    }

    /// <summary>Two or more passages may answer: let the person choose.</summary>
    public sealed record Candidates : Answer;

    /// <summary>The interviews don't say, or nothing was asked.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Abstained(AbstainReason Reason) : Answer;
}

/// <summary>Why the engine abstains.</summary>
public enum AbstainReason
{
    /// <summary>White space, or nothing but markup and signs that are no words.</summary>
    EmptyQuestion,

    /// <summary>Keyboard mashing, markup, commands to the machine: no question.</summary>
    Noise,

    /// <summary>A greeting.</summary>
    Greeting,

    /// <summary>Thanks or praise.</summary>
    Thanks,

    /// <summary>A goodbye.</summary>
    Farewell,

    /// <summary>About the bot itself.</summary>
    AboutBot,

    /// <summary>Other small talk: jokes, moods, weather for a walk.</summary>
    SmallTalk,

    /// <summary>An insult.</summary>
    Insult,

    /// <summary>No passage has any word of the question.</summary>
    NothingRetrieved,

    /// <summary>Passages were found, but none surely enough answers.</summary>
    LowConfidence,
}

/// <summary>A passage with the sentence that answers best.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Highlight">The best sentence in <see cref="Corpus.Passage.Text"/>; a figure keeps the sentence that says whose figure it is.</param>
/// <param name="Score">Ranking score.</param>
/// <param name="Evidence">Why it ranks where it does.</param>
public sealed record Reading(Passage Passage, TextSpan Highlight, double Score, Evidence Evidence)
{
    /// <summary>The best sentence, verbatim.</summary>
    public string HighlightText => Highlight.Of(Passage.Text);
}
