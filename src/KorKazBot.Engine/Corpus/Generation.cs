using KorKazBot.Engine.Answering;

namespace KorKazBot.Engine.Corpus;

/// <summary>One corpus with the index built from it: immutable, swapped whole, disposed when its last reader is done.</summary>
/// <param name="Snapshot">What was read.</param>
/// <param name="Retriever">The index over it; disposed with the generation where it is disposable.</param>
public sealed record Generation(CorpusSnapshot Snapshot, IPassageRetriever Retriever)
{
    /// <summary>The id under which people see it: the first 12 digits of the corpus hash.</summary>
    public string Id => IdOf(Snapshot.Hash);

    /// <summary>Since when it is live, and through whom.</summary>
    public Origin Origin { get; init; } = new(Arrival.Start, DateTimeOffset.MinValue);

    /// <summary>The id of a corpus with this hash.</summary>
    public static string IdOf(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash[..Math.Min(12, hash.Length)];
    }
}

/// <summary>How a generation came to be live.</summary>
/// <param name="Arrival">By which way.</param>
/// <param name="Since">When it became live.</param>
/// <param name="By">The moderator, as <c>telegram:12345</c>; null: no moderator, but whoever runs the program.</param>
public sealed record Origin(Arrival Arrival, DateTimeOffset Since, string? By = null);

/// <summary>The ways in which a generation becomes live.</summary>
public enum Arrival
{
    /// <summary>It was read when the program started.</summary>
    Start,

    /// <summary>It is the last good corpus: the folder couldn't be used when the program started.</summary>
    LastGood,

    /// <summary>The program was told by a signal to reload.</summary>
    Signal,

    /// <summary>A moderator reloaded.</summary>
    Reload,

    /// <summary>A moderator took back a reload.</summary>
    Rollback,
}
