using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KorKazBot.Corpus;
using KorKazBot.Discord;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Fakes;

/// <summary>The Discord adapter over the repository's corpus, served on loopback, with the fake on its other side.</summary>
public sealed class FakeDiscordHost : IAsyncDisposable
{
    private static readonly Lazy<Generation> Read = new(() =>
    {
        var snapshot = new CorpusFolder(Path.Combine(Root(AppContext.BaseDirectory), "corpus")).Read();
        return new Generation(snapshot, PassageIndexes.Open(snapshot, new IndexingOptions(), progress: null, CancellationToken.None).Retriever);
    });

    private readonly WebApplication _server;
    private readonly HttpClient _http = new();
    private readonly ConcurrentBag<string> _answers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;

    private FakeDiscordHost(WebApplication server, DiscordAdapter adapter, FakeDiscord fake, TimeProvider time) =>
        (_server, Adapter, Discord, _time) = (server, adapter, fake, time);

    /// <summary>The repository's corpus, indexed once.</summary>
    public static Generation Corpus => Read.Value;

    public DiscordAdapter Adapter { get; }

    public FakeDiscord Discord { get; }

    public required FakeDiscordStore Store { get; init; }

    public required FakeDiscordSigner Signer { get; init; }

    public required LogKeeper Log { get; init; }

    /// <summary>What the adapter does in <see cref="DiscordAdapter.RunAsync"/>.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public Uri Endpoint => new(new Uri(_server.Urls.First()), "/discord/interactions");

    /// <summary>Starts it.</summary>
    /// <param name="change">Changes the options.</param>
    /// <param name="time">The adapter's clock.</param>
    /// <param name="retriever">Searches in the corpus's place.</param>
    /// <param name="store">A store that another process has left.</param>
    /// <param name="families">Further commands.</param>
    public static async Task<FakeDiscordHost> StartAsync(
        Action<DiscordOptions>? change = null,
        TimeProvider? time = null,
        IPassageRetriever? retriever = null,
        FakeDiscordStore? store = null,
        ICommands[]? families = null)
    {
        time ??= TimeProvider.System;
        store ??= new FakeDiscordStore();
        var (fake, signer, log) = (await FakeDiscord.StartAsync(), new FakeDiscordSigner(), new LogKeeper());
        fake.VerifyKey = signer.PublicKey;
        var options = new DiscordOptions
        {
            Token = FakeDiscord.Token,
            PublicKey = signer.PublicKey,
            ApiUrl = fake.Api.ToString(),
            GatewayUrl = fake.Gateway.Url,
        };
        change?.Invoke(options);

        var corpus = new LiveCorpus(retriever is null ? Corpus : Corpus with { Retriever = retriever });
        var turns = new TurnHandler(corpus, new QuestionAnswerer(new AnsweringOptions()), new ConversationMemory(time), (_, _) => { }, [.. families ?? []]);
        var ports = new DiscordPorts(turns, corpus, new ActionCodes([1]), store, store, store);
        var adapter = new DiscordAdapter(options, ports, time, log);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        adapter.MapInteractions(server);
        await server.StartAsync();
        return new FakeDiscordHost(server, adapter, fake, time) { Store = store, Signer = signer, Log = log };
    }

    /// <summary>Lets the adapter run until this is disposed.</summary>
    public FakeDiscordHost Run()
    {
        Running = Adapter.RunAsync(_stop.Token);
        return this;
    }

    /// <summary>Sends a signed interaction; the answer must be one that Discord takes.</summary>
    public async Task<JsonNode> SendAsync(JsonObject interaction)
    {
        using var request = Signer.Request(Endpoint, interaction.ToJsonString(), _time.GetUtcNow());
        using var response = await _http.SendAsync(request);
        if ((int)response.StatusCode != 200 || response.Content.Headers.ContentType?.MediaType != "application/json")
            throw new InvalidOperationException($"Answered {(int)response.StatusCode} {response.Content.Headers.ContentType}.");
        var json = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(json)!;
        _answers.Add(json);
        if (answer["data"] is JsonObject data && data.ContainsKey("content") && data["allowed_mentions"]?.ToJsonString() != """{"parse":[]}""")
            Discord.Violations.Enqueue("It can ping.");
        return answer;
    }

    /// <summary>Sends any request and gives back the status.</summary>
    public async Task<int> StatusOfAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        request.Dispose();
        return (int)response.StatusCode;
    }

    /// <summary>Judges the answers by Discord's document, each different one once.</summary>
    public void JudgeAnswers()
    {
        foreach (var json in _answers.Distinct())
            foreach (var problem in FakeDiscordSpec.Problems("POST", "/interactions/1/t/callback", json)) Discord.Violations.Enqueue(problem);
    }

    public async ValueTask DisposeAsync()
    {
        JudgeAnswers();
        await _stop.CancelAsync();
        await Running.ContinueWith(_ => { }, TaskScheduler.Default);
        await _server.DisposeAsync();
        await Discord.DisposeAsync();
        Adapter.Dispose();
        Signer.Dispose();
        _http.Dispose();
        _stop.Dispose();
    }

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "KorKazBot.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);
}

/// <summary>Keeps what is logged, to look for secrets in it.</summary>
public sealed class LogKeeper : ILogger<DiscordAdapter>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}
