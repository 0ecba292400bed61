using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Telegram;

/// <summary>A clock that stands still until a test has seen what the code waits for: no test sleeps, and none is early.</summary>
internal sealed class WatchedTime : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>How long calls and the like may take, in the order in which they began.</summary>
    public ConcurrentQueue<TimeSpan> Limits { get; } = [];

    /// <summary>The clock itself, for those whose waits the test doesn't look at.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public override long TimestampFrequency => Clock.TimestampFrequency;

    public override long GetTimestamp() => Clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = Clock.CreateTimer(callback, state, dueTime, period);

        // What only ends a call in time isn't a wait.
        if (state is CancellationTokenSource) Limits.Enqueue(dueTime);
        else if (dueTime > TimeSpan.Zero) _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>The next wait that the code has begun.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    /// <summary>Lets the next wait pass.</summary>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await NextWaitAsync();
        Clock.Advance(wait);
        return wait;
    }

    /// <summary>Lets waits pass, one after another, until something is done.</summary>
    public async Task PassUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            var wait = _waits.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(wait, done).WaitAsync(Limit);
            if (_waits.Reader.TryRead(out var time)) Clock.Advance(time);
        }
    }
}
