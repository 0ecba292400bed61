using System.Collections.Concurrent;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Tests.Delivery;

public sealed class LanesTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _done = [];
    private readonly ConcurrentQueue<(string Lane, string Failure)> _failures = [];
    private readonly TaskCompletionSource _door = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lanes _lanes;

    public LanesTests() => _lanes = new((lane, exception) => _failures.Enqueue((lane, exception.Message)));

    public void Dispose() => _lanes.Dispose();

    [Fact]
    public async Task A_lane_keeps_its_order()
    {
        Assert.True(_lanes.TryAdd("a", BehindTheDoor("0")));
        for (var each = 1; each < 20; each++) Assert.True(_lanes.TryAdd("a", Quick($"{each}")));
        _door.SetResult();

        Assert.True(await DrainAsync());
        Assert.Equal(Enumerable.Range(0, 20).Select(each => $"{each}"), _done);
    }

    [Fact]
    public async Task A_lane_that_waits_holds_up_no_other()
    {
        var isOtherDone = new TaskCompletionSource();
        Assert.True(_lanes.TryAdd("slow", BehindTheDoor("slow")));
        Assert.True(_lanes.TryAdd("quick", stop => Task.Run(isOtherDone.SetResult, stop)));

        await isOtherDone.Task.WaitAsync(Limit);
        Assert.Empty(_done);
        _door.SetResult();
        Assert.True(await DrainAsync());
    }

    [Fact]
    public async Task A_full_lane_refuses_and_the_others_do_not()
    {
        for (var each = 0; each < Lanes.Capacity; each++) Assert.True(_lanes.TryAdd("full", BehindTheDoor($"{each}")));

        Assert.False(_lanes.TryAdd("full", Quick("too much")));
        Assert.True(_lanes.TryAdd("other", Quick("other")));
        _door.SetResult();
        Assert.True(await DrainAsync());
        Assert.Equal(Lanes.Capacity + 1, _done.Count);
        Assert.DoesNotContain("too much", _done);
    }

    [Fact]
    public async Task Work_that_throws_is_reported_and_the_lane_goes_on()
    {
        Assert.True(_lanes.TryAdd("a", _ => throw new InvalidOperationException("at once")));
        Assert.True(_lanes.TryAdd("a", _ => Task.FromException(new OperationCanceledException("not by us"))));
        Assert.True(_lanes.TryAdd("a", Quick("next")));

        Assert.True(await DrainAsync());
        Assert.Equal([("a", "at once"), ("a", "not by us")], _failures);
        Assert.Equal(["next"], _done);
    }

    [Fact]
    public async Task Draining_lanes_take_nothing_new()
    {
        Assert.True(_lanes.TryAdd("a", BehindTheDoor("taken")));
        var draining = DrainAsync();

        Assert.False(_lanes.TryAdd("a", Quick("late")));
        Assert.False(_lanes.TryAdd("b", Quick("late")));
        Assert.False(draining.IsCompleted);
        _door.SetResult();
        Assert.True(await draining);
        Assert.Equal(["taken"], _done);
    }

    [Fact]
    public async Task Past_the_deadline_running_work_is_cancelled_and_waiting_work_dropped()
    {
        using var deadline = new CancellationTokenSource();
        var hasBegun = new TaskCompletionSource();
        Assert.True(_lanes.TryAdd("a", async stop =>
        {
            hasBegun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        }));
        Assert.True(_lanes.TryAdd("a", Quick("waiting")));
        await hasBegun.Task.WaitAsync(Limit);

        var draining = _lanes.DrainAsync(deadline.Token);
        await deadline.CancelAsync();

        Assert.False(await draining.WaitAsync(Limit));
        Assert.Empty(_done);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task Idle_lanes_drain_at_once_and_again() => Assert.True(await DrainAsync() && await DrainAsync());

    private Task<bool> DrainAsync() => _lanes.DrainAsync(CancellationToken.None).WaitAsync(Limit);

    private Func<CancellationToken, Task> Quick(string name) => _ =>
    {
        _done.Enqueue(name);
        return Task.CompletedTask;
    };

    private Func<CancellationToken, Task> BehindTheDoor(string name) => async _ =>
    {
        await _door.Task;
        _done.Enqueue(name);
    };
}
