using System.Collections.Immutable;

namespace KorKazBot.Engine.Corpus;

/// <summary>One interview as published: who was asked, by whom, when, and every turn of it. What the file doesn't tell is null.</summary>
public sealed record Interview
{
    /// <summary>Short and stable, lower-case letters, digits and hyphens: <c>koo-2021-05</c>. The folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>The title, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The person who answers.</summary>
    public required Speaker Interviewee { get; init; }

    /// <summary>Who asks: a person, a paper or an agency.</summary>
    public string? Interviewer { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day it was published.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where it was held, as the publisher names it.</summary>
    public string? Place { get; init; }

    /// <summary>The language it was published in; quotes are in this language.</summary>
    public required Language Language { get; init; }

    /// <summary>The published page, always http or https.</summary>
    public Uri? Source { get; init; }

    /// <summary>The original's turns in order; number 0 is the lead and may be missing, the questions count from 1.</summary>
    public required ImmutableArray<InterviewTurn> Turns { get; init; }

    /// <summary>Translations beside the original, each with the same turns and paragraphs.</summary>
    public ImmutableArray<InterviewTranslation> Translations { get; init; } = [];

    /// <summary>Other ways in which people ask for a passage.</summary>
    public ImmutableArray<PassageAlias> Aliases { get; init; } = [];
}

/// <summary>One question with its answer.</summary>
/// <param name="Number">0 for the lead, then 1, 2, 3…</param>
/// <param name="Asked">The interviewer's question, verbatim; empty for the lead.</param>
/// <param name="Paragraphs">The answer's paragraphs, verbatim, without the interviewer's interjections.</param>
/// <param name="Line">1-based line of the question (or the lead) in its file.</param>
public sealed record InterviewTurn(int Number, string Asked, ImmutableArray<string> Paragraphs, int Line);

/// <summary>An unofficial translation of a whole interview.</summary>
/// <param name="Language">The language it is in.</param>
/// <param name="Title">The translated title.</param>
/// <param name="Translator">Who translated it, where the file tells it.</param>
/// <param name="Turns">The same turns and paragraphs as the original.</param>
public sealed record InterviewTranslation(Language Language, string Title, string? Translator, ImmutableArray<InterviewTurn> Turns);

/// <summary>Another way to ask for a passage.</summary>
/// <param name="Turn">The passage's turn.</param>
/// <param name="Paragraph">The passage's paragraph, from 1.</param>
/// <param name="Language">The language of <paramref name="Question"/>.</param>
/// <param name="Question">How people ask.</param>
public sealed record PassageAlias(int Turn, int Paragraph, Language Language, string Question);
