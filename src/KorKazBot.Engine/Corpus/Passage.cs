using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KorKazBot.Engine.Corpus;

/// <summary>The unit that is indexed, found and quoted: one answer paragraph with the question that it answers.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record Passage
{
    /// <summary>Interview, turn and paragraph: <c>koo-2021-05.3.2</c>. Stable while the interview's structure stays.</summary>
    public required string Id { get; init; }

    /// <summary>The turn it belongs to; 0 is the lead.</summary>
    public required int Turn { get; init; }

    /// <summary>The interviewer's question, verbatim; empty for a lead.</summary>
    public required string Asked { get; init; }

    /// <summary>The paragraph, verbatim in <see cref="Language"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    public required Language Language { get; init; }

    /// <summary>What the interview is and who speaks.</summary>
    public required PassageSource Source { get; init; }

    /// <summary>The paragraph and its question in other languages, unofficial.</summary>
    public ImmutableArray<PassageTranslation> Translations { get; init; } = [];

    /// <summary>Other ways to ask for this passage.</summary>
    public ImmutableArray<PassageAlias> Aliases { get; init; } = [];

    /// <summary>The first 12 hexadecimal digits of the text's SHA-256: a link made before an edit can tell that the text has changed.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12];

    /// <summary>The translation into a language, or null where there is none.</summary>
    public PassageTranslation? TranslationInto(Language language) => Translations.FirstOrDefault(translation => translation.Language == language);
}

/// <summary>A passage in another language.</summary>
/// <param name="Language">The language of the translation.</param>
/// <param name="Asked">The interviewer's question; empty for a lead.</param>
/// <param name="Text">The paragraph.</param>
public sealed record PassageTranslation(Language Language, string Asked, string Text);

/// <summary>Where a passage comes from, as shown under a quote. Unknown parts are null.</summary>
/// <param name="InterviewId">The interview's id.</param>
/// <param name="Title">The interview's title.</param>
/// <param name="Speaker">Who says it; null in a bulk corpus that doesn't tell.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When it was published.</param>
/// <param name="Link">The published page.</param>
public sealed record PassageSource(string InterviewId, string Title, Speaker? Speaker, string? Publisher, DateOnly? Date, Uri? Link);
