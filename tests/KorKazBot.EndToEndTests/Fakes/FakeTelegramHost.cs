using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Fakes;

/// <summary>The Telegram adapter over the repository's corpus, with the fake on its other side.</summary>
public sealed class FakeTelegramHost : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly WebApplication _server;
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _stop = new();

    private FakeTelegramHost(WebApplication server, TelegramAdapter adapter, FakeTelegram fake, TelegramPorts ports) =>
        (_server, Adapter, Telegram, Ports) = (server, adapter, fake, ports);

    public TelegramAdapter Adapter { get; }

    public FakeTelegram Telegram { get; }

    public TelegramPorts Ports { get; }

    public required FakeTelegramStore Store { get; init; }

    public required FakeTelegramLog Log { get; init; }

    public required FakeTimeProvider Clock { get; init; }

    /// <summary>What Telegram proves itself with.</summary>
    public static string Secret => "the_secret-1";

    /// <summary>What the adapter does in <see cref="TelegramAdapter.RunAsync"/>.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public Uri Endpoint => new(new Uri(_server.Urls.First()), "/telegram/webhook");

    /// <summary>Puts it together; <see cref="RunAsync"/> starts it.</summary>
    /// <param name="change">Changes the options.</param>
    /// <param name="clock">The clock of all but what <paramref name="time"/> is for.</param>
    /// <param name="time">The adapter's clock, where it isn't <paramref name="clock"/> itself.</param>
    /// <param name="retriever">Searches in the corpus's place.</param>
    /// <param name="store">A store that another process has left.</param>
    /// <param name="families">Further commands.</param>
    public static async Task<FakeTelegramHost> StartAsync(
        Action<TelegramOptions>? change = null,
        FakeTimeProvider? clock = null,
        TimeProvider? time = null,
        IPassageRetriever? retriever = null,
        FakeTelegramStore? store = null,
        ICommands[]? families = null)
    {
        clock ??= new FakeTimeProvider(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
        store ??= new FakeTelegramStore();
        var (fake, log) = (await FakeTelegram.StartAsync(clock), new FakeTelegramLog());
        var options = new TelegramOptions
        {
            Token = FakeTelegram.Token,
            ApiUrl = fake.Address.ToString(),
            WebhookUrl = "https://bot.example/telegram/webhook",
            WebhookSecret = Secret,
        };
        change?.Invoke(options);

        var ports = FakeTelegramPorts.Over(store, retriever, families);
        var adapter = new TelegramAdapter(options, ports, time ?? clock, log);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        adapter.MapWebhook(server);
        await server.StartAsync();
        return new FakeTelegramHost(server, adapter, fake, ports) { Store = store, Log = log, Clock = clock };
    }

    /// <summary>Lets the adapter run until this is disposed.</summary>
    public async Task<FakeTelegramHost> RunAsync()
    {
        Running = Adapter.RunAsync(_stop.Token);
        await UntilAsync(() => Running.IsCompleted || Adapter.Status.State == TelegramState.Receiving);
        return this;
    }

    /// <summary>Stops it, and waits for the end.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(Limit);
    }

    /// <summary>Has Telegram bring updates, and gives what the bot has shown when all of them are done.</summary>
    public async Task<IReadOnlyList<FakeTelegramShown>> SayAsync(params IEnumerable<JsonObject> updates)
    {
        var before = Telegram.Chats.Shown.Count;
        Give(updates);
        await SettledAsync();
        return [.. Telegram.Chats.Shown.Skip(before)];
    }

    /// <summary>Has Telegram bring updates.</summary>
    public void Give(params IEnumerable<JsonObject> updates)
    {
        foreach (var update in updates)
        {
            Telegram.Chats.Hear(update);
            Judge(update);
            Telegram.Updates.Add(update);
        }
    }

    /// <summary>Has somebody press a button of a message, and gives what the bot has shown.</summary>
    public Task<IReadOnlyList<FakeTelegramShown>> PressAsync(FakeTelegramShown shown, string words, long user = 11, string language = "en") =>
        SayAsync(FakeTelegramUpdate.Press(shown.Button(words), shown.Message, user, language));

    /// <summary>The answer to what somebody types after the bot's name.</summary>
    public async Task<JsonNode> TypeAsync(JsonObject query)
    {
        var before = Telegram.CallsOf("answerInlineQuery").Count();
        Give(query);
        await UntilAsync(() => Telegram.CallsOf("answerInlineQuery").Count() > before);
        return Telegram.CallsOf("answerInlineQuery").Last();
    }

    /// <summary>Posts a webhook's request.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return await _http.SendAsync(request);
    }

    /// <summary>Posts an update as Telegram does, and gives the status.</summary>
    public async Task<HttpStatusCode> PostAsync(JsonObject update)
    {
        Telegram.Chats.Hear(update);
        Judge(update);
        using var response = await PostAsync(Telegram.Updates.Stamped(update).ToJsonString(), Secret);
        return response.StatusCode;
    }

    /// <summary>Lets time pass, and waits until the bot is there again: its poll has ended meanwhile.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        using var limit = new CancellationTokenSource(Limit);
        while (!Telegram.Updates.IsWaitedFor)
        {
            // No faster than by a real clock: calls that are under way would run out of time.
            await Task.Delay(TimeSpan.FromMilliseconds(1), limit.Token);
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>Waits until everything that came is done.</summary>
    public Task SettledAsync() => UntilAsync(() => Telegram.Updates.Pending.Count == 0 && Store.Unfinished.Count == 0);

    /// <summary>Waits for what can only be seen from outside: the thread goes on to others until it is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();

        // Also where a test has failed and left answers waiting.
        await UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Running.IsCompleted;
        });
        await _server.DisposeAsync();
        await Telegram.DisposeAsync();
        Adapter.Dispose();
        _http.Dispose();
        _stop.Dispose();
        if ((Log.All + Adapter.Status).Contains("canary", StringComparison.Ordinal)) Telegram.Violations.Enqueue("The token was told.");
    }

    private void Judge(JsonObject update)
    {
        foreach (var problem in FakeTelegramSpec.ProblemsOfUpdate(Telegram.Updates.Stamped(update))) Telegram.Violations.Enqueue($"A test's update {problem}");
    }
}

/// <summary>Keeps what is logged, to look for secrets in it.</summary>
public sealed class FakeTelegramLog : ILogger<TelegramAdapter>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}
