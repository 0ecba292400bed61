using System.Collections.Concurrent;
using System.Threading.Channels;
using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram;

namespace KorKazBot.Tests.Telegram;

/// <summary>A poller, the fake that it fetches from, and what it does.</summary>
public abstract class PollerTest : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = TelegramApi.CreateClient();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<InboundEvent> _new = Channel.CreateUnbounded<InboundEvent>();

    private protected static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    private protected WatchedTime Time { get; } = new();

    private protected MemoryInbox Inbox { get; } = new();

    private protected ConcurrentQueue<string> Troubles { get; } = [];

    private protected FakeTelegram Telegram { get; private set; } = null!;

    private protected Func<InboundEvent, Task> OnNew { get; set; } = _ => Task.CompletedTask;

    private protected bool HasMore => _new.Reader.TryPeek(out _);

    public async Task InitializeAsync() => Telegram = await FakeTelegram.StartAsync(Time.Clock);

    public async Task DisposeAsync() => await Telegram.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    // For what the fake only lets see: the thread goes on to others until it is so.
    private protected static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private protected Task Poll(CancellationToken? stop = null)
    {
        var api = new TelegramApi(_http, FakeTelegram.Token, Time, Telegram.Address);

        // Chance at its most: every wait is as long as it can be.
        var poller = new TelegramPoller(api, Inbox, Time, TakeAsync, (trouble, _) => Troubles.Enqueue(trouble)) { Random = () => 1 };
        return poller.RunAsync(stop ?? _stop.Token);

        async Task TakeAsync(InboundEvent added, CancellationToken cancellationToken)
        {
            _new.Writer.TryWrite(added);
            await OnNew(added);
        }
    }

    private protected async Task<InboundEvent> NextAsync() => await _new.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    private protected async Task StopAsync(Task polling)
    {
        await _stop.CancelAsync();
        await polling.WaitAsync(Limit);
    }
}
