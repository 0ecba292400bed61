using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Gateway;

/// <summary>Works through what comes in: in order within a chat, side by side between chats, never holding up whoever hands it over.</summary>
/// <param name="logger">For operators.</param>
internal sealed partial class Lanes(ILogger logger)
{
    /// <summary>Work that may wait in a lane; beyond it is dropped.</summary>
    public const int Capacity = 128;

    private const int Count = 16;

    private readonly Channel<Func<CancellationToken, Task>>[] _lanes =
        [.. Enumerable.Range(0, Count).Select(_ => Channel.CreateBounded<Func<CancellationToken, Task>>(Capacity))];

    private long _dropped;

    /// <summary>Work that found its lane full.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Hands work over; it takes no time.</summary>
    /// <param name="key">What it stays in order with.</param>
    /// <param name="work">What to do; what it throws is logged.</param>
    public void Enqueue(string key, Func<CancellationToken, Task> work)
    {
        var lane = _lanes[(uint)key.GetHashCode(StringComparison.Ordinal) % Count];
        if (lane.Writer.TryWrite(work)) return;
        var dropped = Interlocked.Increment(ref _dropped);

        // In a flood the log tells 1, 2, 4, 8… rather than each.
        if (long.IsPow2(dropped)) Log.Dropped(logger, dropped);
    }

    /// <summary>Works until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_lanes.Select(lane => DrainAsync(lane.Reader, cancellationToken)));

    private async Task DrainAsync(ChannelReader<Func<CancellationToken, Task>> lane, CancellationToken cancellationToken)
    {
        await foreach (var work in lane.ReadAllAsync(cancellationToken))
        {
            try
            {
                await work(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: more comes in than can be answered; dropped so far: {Count}.")]
        public static partial void Dropped(ILogger logger, long count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Discord: something that came by the gateway wasn't answered.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
