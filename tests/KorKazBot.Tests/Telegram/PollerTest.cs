using System.Collections.Concurrent;
using System.Threading.Channels;
using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;
using KorKazBot.Telegram;
using KorKazBot.Telegram.Api;
using KorKazBot.Telegram.Updates;

namespace KorKazBot.Tests.Telegram;

/// <summary>A poller, the fake that it fetches from, and what it does.</summary>
public abstract class PollerTest : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = TelegramApi.CreateClient();
    private readonly Lanes _lanes = new((_, _) => { });
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<InboundEvent> _new = Channel.CreateUnbounded<InboundEvent>();

    private protected static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    private protected WatchedTime Time { get; } = new();

    private protected FakeTelegramStore Inbox { get; } = new();

    private protected ConcurrentQueue<string> Troubles { get; } = [];

    private protected FakeTelegram Telegram { get; private set; } = null!;

    private protected bool HasMore => _new.Reader.TryPeek(out _);

    public async Task InitializeAsync() => Telegram = await FakeTelegram.StartAsync(Time.Clock);

    public async Task DisposeAsync() => await Telegram.DisposeAsync();

    public void Dispose()
    {
        _lanes.Dispose();
        _http.Dispose();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task Poll(CancellationToken? stop = null)
    {
        var options = new TelegramOptions { Token = FakeTelegram.Token, ApiUrl = Telegram.Address.ToString() };
        var outside = new Connection(new TelegramApi(_http, options, Time), Time, new FakeTelegramLog());
        var me = new BotIdentity(FakeTelegramUpdate.Bot, FakeTelegramUpdate.BotName, ReadsAllGroupMessages: false, HasInline: true);
        var intake = new UpdateIntake(FakeTelegramPorts.Over(Inbox), me, _lanes, TakeAsync, outside);

        // Chance at its most: every wait is as long as it can be.
        var poller = new TelegramPoller(outside.Api, intake.TakeAsync, Time, (trouble, _) => Troubles.Enqueue(trouble)) { Random = () => 1 };
        return poller.RunAsync(stop ?? _stop.Token);

        Task TakeAsync(Work added, CancellationToken cancellationToken)
        {
            _new.Writer.TryWrite(added.Told!);
            return Task.CompletedTask;
        }
    }

    private protected async Task<InboundEvent> NextAsync() => await _new.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    private protected async Task StopAsync(Task polling)
    {
        await _stop.CancelAsync();
        await polling.WaitAsync(Limit);
    }
}
