using KorKazBot.Engine.Answering;

namespace KorKazBot.Engine.Corpus;

/// <summary>One corpus with the index built from it: immutable, swapped whole, disposed when its last reader is done.</summary>
/// <param name="Snapshot">What was read.</param>
/// <param name="Retriever">The index over it; disposed with the generation where it is disposable.</param>
public sealed record Generation(CorpusSnapshot Snapshot, IPassageRetriever Retriever)
{
    /// <summary>The id under which people see it: the first 12 digits of the corpus hash.</summary>
    public string Id => Snapshot.Hash[..Math.Min(12, Snapshot.Hash.Length)];
}

/// <summary>The generation that answers now. Searches in flight finish on the generation they began with.</summary>
/// <param name="first">The generation to begin with.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class LiveCorpus(Generation first) : IDisposable
{
    private readonly Lock _lock = new();
    private Shared? _current = new(first);

    /// <summary>Takes the live generation; dispose the lease when the question is answered.</summary>
    /// <exception cref="ObjectDisposedException">The corpus was let go.</exception>
    public Lease Acquire()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_current is null, this);
            return _current.Take();
        }
    }

    /// <summary>Makes another generation live. The old one is disposed after its last lease; one that comes too late, at once.</summary>
    public void Replace(Generation next)
    {
        var gone = new Shared(next);
        lock (_lock)
        {
            if (_current is not null) (gone, _current) = (_current, gone);
        }

        gone.Release();
    }

    /// <summary>Lets the live generation go; leases already taken stay valid. A second call does nothing.</summary>
    public void Dispose()
    {
        Shared? last;
        lock (_lock) (last, _current) = (_current, null);
        last?.Release();
    }

    /// <summary>A generation in use.</summary>
    public sealed class Lease : IDisposable
    {
        private Shared? _shared;

        internal Lease(Shared shared)
        {
            _shared = shared;
            Generation = shared.Generation;
        }

        /// <summary>The generation, valid until the lease is disposed.</summary>
        public Generation Generation { get; }

        /// <summary>Gives the generation back; a second call does nothing.</summary>
        public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
    }

    // Counts the live reference itself plus one per lease; whoever brings the count to zero disposes the index.
    internal sealed class Shared(Generation generation)
    {
        private int _references = 1;

        public Generation Generation { get; } = generation;

        public Lease Take()
        {
            Interlocked.Increment(ref _references);
            return new Lease(this);
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref _references) == 0) (Generation.Retriever as IDisposable)?.Dispose();
        }
    }
}
