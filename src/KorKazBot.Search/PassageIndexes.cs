using System.Diagnostics;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Concepts;
using KorKazBot.Search.Indexing;
using KorKazBot.Search.Meaning;
using KorKazBot.Search.Querying;
using KorKazBot.Search.Spelling;

namespace KorKazBot.Search;

/// <summary>The door to search: builds or opens the index of a corpus.</summary>
public static class PassageIndexes
{
    /// <summary>
    /// Meanings are compared in corpora up to this size: a sentence takes 3 ms to encode once, and every question is compared with all.
    /// </summary>
    public const int MostPassagesByMeaning = 2_000;

    /// <summary>Opens the index of a corpus: in memory where it is small, on disk where it is not.</summary>
    /// <param name="corpus">What to index.</param>
    /// <param name="options">Where the border lies, and where the disk index goes.</param>
    /// <param name="progress">Told the number of passages done, now and then; null: nobody is told.</param>
    /// <param name="cancellationToken">Stops the build; an index on disk stays as it was.</param>
    /// <param name="vectors">Turns sentences into directions, where there is a sentence encoder; null: words alone.</param>
    /// <returns>A retriever to dispose when it is not needed any more, and what was built.</returns>
    /// <exception cref="IOException">The index folder can't be written.</exception>
    public static OpenedIndex Open(
        CorpusSnapshot corpus, IndexingOptions options, IProgress<int>? progress, CancellationToken cancellationToken, ISentenceVectors? vectors = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);

        var started = Stopwatch.GetTimestamp();
        var inMemory = corpus.Passages.Length <= options.MaxPassagesInMemory;
        var (index, reused) = inMemory
            ? (PassageIndexBuilder.BuildInMemory(corpus.Passages, progress, cancellationToken), false)
            : DiskIndex.Open(corpus, options.Path, progress, cancellationToken);
        var thesaurus = new Thesaurus(corpus.Concepts, index);
        var spelling = new SpellingRepair(index.Views, thesaurus);
        var meanings = vectors is null || corpus.Passages.Length > MostPassagesByMeaning ? null : new Lazy<PassageMeanings?>(() => Compute(index, vectors));
        return new OpenedIndex(new LucenePassageRetriever(index, thesaurus, spelling, meanings), new IndexSummary
        {
            Passages = corpus.Passages.Length,
            PassagesIn = language => index.ViewsIn(language)?.Passages ?? 0,
            InMemory = inMemory,
            Reused = reused,
            Bytes = index.Bytes,
            Elapsed = Stopwatch.GetElapsedTime(started),
        });
    }

    // A damaged encoder costs meanings, not answers.
    private static PassageMeanings? Compute(PassageIndex index, ISentenceVectors vectors)
    {
        try
        {
            return PassageMeanings.Of(index, vectors);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>Forgets the index on disk, so that the next opening builds it anew.</summary>
    /// <exception cref="IOException">Another process holds it.</exception>
    public static void Discard(IndexingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        DiskIndex.Delete(options.Path);
    }
}

/// <summary>An index ready to answer.</summary>
/// <param name="Retriever">Finds passages; disposable.</param>
/// <param name="Summary">What was built or opened.</param>
public sealed record OpenedIndex(IPassageRetriever Retriever, IndexSummary Summary);

/// <summary>What an index holds and what it cost.</summary>
public sealed record IndexSummary
{
    /// <summary>Number of passages.</summary>
    public required int Passages { get; init; }

    /// <summary>How many passages can be found in each language: originals, translations or aliases.</summary>
    public required Func<Language, int> PassagesIn { get; init; }

    /// <summary>Whether it lives in memory only.</summary>
    public required bool InMemory { get; init; }

    /// <summary>Whether an index already on disk was opened instead of building one.</summary>
    public required bool Reused { get; init; }

    /// <summary>Bytes of the index itself, in memory or on disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>How long building or opening took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
