using KorKazBot.Engine.Reloading;

namespace KorKazBot.Tests.Reloading;

public sealed class GatheringTests : IDisposable
{
    private readonly List<int[]> _runs = [];
    private readonly SemaphoreSlim _begun = new(0);
    private readonly SemaphoreSlim _mayEnd = new(0);
    private readonly Gathering<int, int> _gathering;

    public GatheringTests() => _gathering = new Gathering<int, int>(Run);

    public void Dispose()
    {
        _begun.Dispose();
        _mayEnd.Dispose();
    }

    [Fact]
    public async Task What_is_asked_for_during_a_run_is_done_by_one_more_run()
    {
        var first = _gathering.AskAsync(1, default);
        await _begun.WaitAsync();
        Task<int>[] later = [.. Enumerable.Range(2, 99).Select(number => _gathering.AskAsync(number, default))];

        _mayEnd.Release(2);

        Assert.Equal(10, await first);
        Assert.Equal(Enumerable.Range(2, 99).Select(number => number * 10), await Task.WhenAll(later));
        Assert.Equal([1, 99], _runs.Select(run => run.Length));
    }

    [Fact]
    public async Task After_a_run_the_next_one_begins_at_once()
    {
        _mayEnd.Release(2);

        Assert.Equal(10, await _gathering.AskAsync(1, default));
        Assert.Equal(20, await _gathering.AskAsync(2, default));
    }

    [Fact]
    public async Task A_run_that_fails_tells_those_who_asked_for_it_and_nobody_else()
    {
        _mayEnd.Release(2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _gathering.AskAsync(-1, default));
        Assert.Equal(10, await _gathering.AskAsync(1, default));
    }

    [Fact]
    public async Task Who_stops_waiting_stops_nobody_else()
    {
        using var impatient = new CancellationTokenSource();
        var left = _gathering.AskAsync(1, impatient.Token);
        await _begun.WaitAsync();
        var stays = _gathering.AskAsync(2, default);

        await impatient.CancelAsync();
        _mayEnd.Release(2);

        await Assert.ThrowsAsync<TaskCanceledException>(() => left);
        Assert.Equal(20, await stays);
    }

    private int[] Run(IReadOnlyList<int> batch)
    {
        _runs.Add([.. batch]);
        _begun.Release();
        _mayEnd.Wait();
        if (batch[0] < 0) throw new InvalidOperationException();
        return [.. batch.Select(number => number * 10)];
    }
}
