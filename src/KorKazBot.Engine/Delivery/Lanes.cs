namespace KorKazBot.Engine.Delivery;

/// <summary>Work in order within a lane, lanes beside each other: a chat that has to wait holds up nobody else.</summary>
/// <param name="onFailure">Takes the lane and what a piece of work threw; must not throw itself.</param>
/// <remarks>Safe for any number of threads. A lane costs nothing once it is empty.</remarks>
public sealed class Lanes(Action<string, Exception> onFailure) : IDisposable
{
    /// <summary>How much work a lane holds, with what is running: one chat that floods must not eat the memory of all.</summary>
    public const int Capacity = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task>>> _lanes = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;

    /// <summary>Takes work for a lane. False: the lane is full, or the lanes are draining, and the work will never run.</summary>
    public bool TryAdd(string lane, Func<CancellationToken, Task> work)
    {
        Queue<Func<CancellationToken, Task>>? queue;
        lock (_gate)
        {
            if (_isClosed) return false;
            var isRunning = _lanes.TryGetValue(lane, out queue);
            if (queue?.Count >= Capacity) return false;
            if (!isRunning) _lanes[lane] = queue = new();
            queue!.Enqueue(work);
            if (isRunning) return true;
        }

        _ = Task.Run(() => RunAsync(lane, queue));
        return true;
    }

    /// <summary>Takes no more work, and waits for what was taken.</summary>
    /// <param name="deadline">When it is cancelled, running work is cancelled and waiting work is dropped; running work has to heed it.</param>
    /// <returns>Whether all of it was done before the deadline.</returns>
    public async Task<bool> DrainAsync(CancellationToken deadline)
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_lanes.Count == 0) _empty.TrySetResult();
        }

        await using var cut = deadline.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
        await _empty.Task;
        return !_stop.IsCancellationRequested;
    }

    /// <summary>Frees what the lanes hold; drain them first.</summary>
    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(string lane, Queue<Func<CancellationToken, Task>> queue)
    {
        do
        {
            Func<CancellationToken, Task> work;
            lock (_gate) work = queue.Peek();
            try
            {
                _stop.Token.ThrowIfCancellationRequested();
                await work(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // The work is in the inbox and unfinished: the next process does it.
            }
            catch (Exception exception)
            {
                onFailure(lane, exception);
            }
        }
        while (HasMore(lane, queue));
    }

    private bool HasMore(string lane, Queue<Func<CancellationToken, Task>> queue)
    {
        lock (_gate)
        {
            // Only now: what is running takes its place in the lane.
            queue.Dequeue();
            if (queue.Count > 0) return true;
            _lanes.Remove(lane);
            if (_isClosed && _lanes.Count == 0) _empty.TrySetResult();
            return false;
        }
    }
}
