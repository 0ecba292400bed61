namespace KorKazBot.Engine.Reloading;

/// <summary>Does one piece of work at a time; whatever is asked for during a run is answered together by one more run.</summary>
/// <param name="run">A run: gives each request of a batch its outcome, in the batch's order. Synchronous; it has a thread of its own.</param>
/// <typeparam name="TRequest">What is asked for.</typeparam>
/// <typeparam name="TOutcome">What comes of it.</typeparam>
public sealed class Gathering<TRequest, TOutcome>(Func<IReadOnlyList<TRequest>, IReadOnlyList<TOutcome>> run)
{
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _isRunning;

    /// <summary>Asks, and waits for a run that begins after this call.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Stops waiting; the run goes on.</param>
    public Task<TOutcome> AskAsync(TRequest request, CancellationToken cancellationToken)
    {
        var mine = new Waiting(request);
        lock (_lock)
        {
            _waiting.Add(mine);
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Factory.StartNew(RunAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }

        return mine.Outcome.Task.WaitAsync(cancellationToken);
    }

    private void RunAll()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                var outcomes = run([.. batch.Select(waiting => waiting.Request)]);
                for (var i = 0; i < batch.Count; i++) batch[i].Outcome.SetResult(outcomes[i]);
            }
            catch (Exception exception)
            {
                foreach (var waiting in batch) waiting.Outcome.TrySetException(exception);
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (_lock)
        {
            var batch = _waiting;
            _waiting = [];
            _isRunning = batch.Count > 0;
            return batch;
        }
    }

    private sealed record Waiting(TRequest Request)
    {
        public TaskCompletionSource<TOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
