namespace KorKazBot.Engine.Corpus;

/// <summary>The generation that answers now, and the one before it. Searches in flight finish on the generation they began with.</summary>
/// <param name="first">The generation to begin with.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class LiveCorpus(Generation first) : IDisposable
{
    private readonly Lock _lock = new();
    private Shared? _current = new(first);
    private Shared? _previous;

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

    /// <summary>Takes the generation that <see cref="RollBack"/> would make live; null: there is none.</summary>
    public Lease? AcquirePrevious()
    {
        lock (_lock) return _previous?.Take();
    }

    /// <summary>Makes another generation live and keeps the one before it; an older one is disposed after its last lease.</summary>
    /// <remarks>A generation that comes after the end is disposed at once.</remarks>
    public void Replace(Generation next)
    {
        var gone = new Shared(next);
        lock (_lock)
        {
            if (_current is not null) (gone, _previous, _current) = (_previous, _current, gone);
        }

        gone?.Release();
    }

    /// <summary>Makes the previous generation live again; the one it takes the place of becomes the previous one.</summary>
    /// <param name="origin">How the generation is live from now on.</param>
    /// <returns>False where there is no previous generation; nothing has changed then.</returns>
    public bool RollBack(Origin origin)
    {
        lock (_lock)
        {
            if (_current is null || _previous is null) return false;
            (_current, _previous) = (_previous, _current);
            _current.Generation = _current.Generation with { Origin = origin };
            return true;
        }
    }

    /// <summary>Lets both generations go; leases already taken stay valid. A second call does nothing.</summary>
    public void Dispose()
    {
        Shared? last, previous;
        lock (_lock) (last, previous, _current, _previous) = (_current, _previous, null, null);
        last?.Release();
        previous?.Release();
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

    // Counts the reference as current or previous plus one per lease; whoever brings the count to zero disposes the index.
    internal sealed class Shared(Generation generation)
    {
        private int _references = 1;

        public Generation Generation { get; set; } = generation;

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
