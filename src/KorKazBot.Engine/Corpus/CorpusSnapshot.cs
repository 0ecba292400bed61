using System.Collections.Immutable;

namespace KorKazBot.Engine.Corpus;

/// <summary>A corpus as read at one moment: everything an index is built from.</summary>
/// <param name="Interviews">The interviews, by id in ordinal order.</param>
/// <param name="Passages">Every passage, in the order of the interviews and of their text; bulk passages last.</param>
/// <param name="Hash">SHA-256 over the files' names and bytes, in hexadecimal: equal hashes mean equal corpora.</param>
public sealed record CorpusSnapshot(ImmutableArray<Interview> Interviews, ImmutableArray<Passage> Passages, string Hash)
{
    /// <summary>The thesaurus; empty where the corpus has none.</summary>
    public ImmutableArray<Concept> Concepts { get; init; } = [];

    /// <summary>
    /// The same without what only questions in other languages need; an interview's own language is kept, and English, by which meanings are compared.
    /// </summary>
    public CorpusSnapshot For(Language language)
    {
        return this with { Passages = [.. Passages.Select(Needed)] };

        Passage Needed(Passage passage) => passage with
        {
            Translations = [.. passage.Translations.Where(translation => translation.Language == language || translation.Language == Language.English)],
            Aliases = [.. passage.Aliases.Where(alias => alias.Language == language || alias.Language == passage.Language || alias.Language == Language.English)],
        };
    }
}

/// <summary>Reads the corpus; the files, or a test's passages.</summary>
public interface ICorpusSource
{
    /// <summary>Reads everything.</summary>
    /// <exception cref="CorpusException">A file can't be used; it lists every problem found, not just the first.</exception>
    CorpusSnapshot Read();
}
