using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Reloading;

/// <summary>What one corpus has that another hasn't; ids are in the order of the corpus.</summary>
public sealed record CorpusDifference
{
    /// <summary>The <see cref="Generation.Id"/> of the corpus before.</summary>
    public required string OldId { get; init; }

    /// <summary>The <see cref="Generation.Id"/> of the corpus after.</summary>
    public required string NewId { get; init; }

    /// <summary>Number of interviews after.</summary>
    public required int Interviews { get; init; }

    /// <summary>Number of passages after.</summary>
    public required int Passages { get; init; }

    /// <summary>Interviews, by id.</summary>
    public required Changes InInterviews { get; init; }

    /// <summary>Passages, by id; changed is one whose text, question, translations, aliases or source are others.</summary>
    public required Changes InPassages { get; init; }

    /// <summary>Whether the thesaurus is another.</summary>
    public required bool IsThesaurusChanged { get; init; }

    /// <summary>Compares two corpora.</summary>
    public static CorpusDifference Between(CorpusSnapshot before, CorpusSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new CorpusDifference
        {
            OldId = Generation.IdOf(before.Hash),
            NewId = Generation.IdOf(after.Hash),
            Interviews = after.Interviews.Length,
            Passages = after.Passages.Length,
            InInterviews = Changes.Between(
                InterviewsOf(before), InterviewsOf(after), each => each.Id, (a, b) => a.Passages.SequenceEqual(b.Passages, SamePassage)),
            InPassages = Changes.Between(before.Passages, after.Passages, passage => passage.Id, SamePassage.Equals),
            IsThesaurusChanged = !before.Concepts.SequenceEqual(after.Concepts, SameConcept),
        };
    }

    // Bulk passages have no interview; those that have one are compared with all that they hold.
    private static (string Id, ImmutableArray<Passage> Passages)[] InterviewsOf(CorpusSnapshot corpus)
    {
        var passages = corpus.Passages.ToLookup(passage => passage.Source.InterviewId, StringComparer.Ordinal);
        return [.. corpus.Interviews.Select(interview => (interview.Id, passages[interview.Id].ToImmutableArray()))];
    }

    // Immutable arrays are equal only where they are one array.
    private static readonly EqualityComparer<Passage> SamePassage = EqualityComparer<Passage>.Create((a, b) =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null && a.Id == b.Id && a.Text == b.Text && a.Asked == b.Asked && a.Language == b.Language
            && a.Source == b.Source && a.Translations.SequenceEqual(b.Translations) && a.Aliases.SequenceEqual(b.Aliases)));

    private static readonly EqualityComparer<Concept> SameConcept = EqualityComparer<Concept>.Create((a, b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.Name == b.Name && a.IsProper == b.IsProper && a.Terms.SequenceEqual(b.Terms)));
}

/// <summary>What came, went and became other.</summary>
/// <param name="Added">Ids that are only in the corpus after.</param>
/// <param name="Removed">Ids that are only in the corpus before.</param>
/// <param name="Changed">Ids that are in both with another content.</param>
public sealed record Changes(ImmutableArray<string> Added, ImmutableArray<string> Removed, ImmutableArray<string> Changed)
{
    /// <summary>Whether nothing came, went or became other.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty;

    internal static Changes Between<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> idOf, Func<T, T, bool> areSame)
    {
        var old = before.DistinctBy(idOf).ToDictionary(idOf, StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<string>();
        foreach (var item in after)
        {
            if (!old.Remove(idOf(item), out var earlier)) added.Add(idOf(item));
            else if (!areSame(earlier, item)) changed.Add(idOf(item));
        }

        return new Changes(added.ToImmutable(), [.. before.Select(idOf).Where(old.ContainsKey)], changed.ToImmutable());
    }
}
