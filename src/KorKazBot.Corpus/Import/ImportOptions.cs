using KorKazBot.Engine;

namespace KorKazBot.Corpus.Import;

/// <summary>What the person who imports knows; what is null is taken from the text where it tells it, and else left out.</summary>
public sealed record ImportOptions
{
    /// <summary>The interview's id: lower-case letters, digits and hyphens, at most 40.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Who is interviewed.</summary>
    public string? Interviewee { get; init; }

    /// <summary>The interviewee's office or profession.</summary>
    public string? Role { get; init; }

    /// <summary>Who asks.</summary>
    public string? Interviewer { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where it was held.</summary>
    public string? Place { get; init; }

    /// <summary>The language; null: told by the letters.</summary>
    public Language? Language { get; init; }

    /// <summary>The published page.</summary>
    public Uri? Source { get; init; }
}
