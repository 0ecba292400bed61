using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Fakes;

/// <summary>What the connection does to one call.</summary>
public enum FakeTelegramFault
{
    /// <summary>A proxy's page instead of an answer.</summary>
    Html,

    /// <summary>Broken before the call took effect.</summary>
    ResetBefore,

    /// <summary>Broken after it took effect.</summary>
    ResetAfter,

    /// <summary>In effect, but only half of the answer comes.</summary>
    HalfBody,

    /// <summary>No answer until the caller goes.</summary>
    Silence,
}

/// <summary>The Bot API on loopback, as documented and as its server's source has it: the part that the bot uses, with its exact words.</summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    public const string BotId = "123456";
    public const string Token = $"{BotId}:canary-token_AAH";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<object>> _next = [];

    private FakeTelegram(TimeProvider time)
    {
        Updates = new(time);
        Chats = new(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public FakeTelegramUpdates Updates { get; }

    public FakeTelegramChats Chats { get; }

    public FakeTelegramProfile Profile { get; } = new();

    /// <summary>What getMe tells.</summary>
    public JsonObject Me { get; } = FakeTelegramUpdate.Me().Knowing(("can_join_groups", true), ("can_read_all_group_messages", false), ("supports_inline_queries", true));

    /// <summary>What the bot has done that the documentation doesn't allow.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>Every call that came, in order.</summary>
    public ConcurrentQueue<(string Method, JsonNode Body)> Calls { get; } = [];

    /// <summary>Whether the token was revoked.</summary>
    public bool IsRevoked { get; set; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FakeTelegram> StartAsync(TimeProvider time)
    {
        var fake = new FakeTelegram(time);
        await fake._app.StartAsync();
        return fake;
    }

    /// <summary>What happens to the next calls of a method, one each; then all is well again.</summary>
    public void Next(string method, params IEnumerable<FakeTelegramFault> faults)
    {
        foreach (var fault in faults) Queue(method).Enqueue(fault);
    }

    /// <summary>What the next call of a method is answered.</summary>
    public void Next(string method, FakeTelegramAnswer answer) => Queue(method).Enqueue(answer);

    public IEnumerable<JsonNode> CallsOf(string method) => Calls.Where(call => call.Method == method).Select(call => call.Body);

    public async ValueTask DisposeAsync()
    {
        // Polls that still wait would hold up the end.
        Updates.Close();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private ConcurrentQueue<object> Queue(string method) => _next.GetOrAdd(method, _ => []);

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/');
        var method = path[^1];
        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) ?? new JsonObject();
        Calls.Enqueue((method, body));
        foreach (var problem in FakeTelegramSpec.Problems(method, body)) Violations.Enqueue($"{method} {problem}");

        Queue(method).TryDequeue(out var special);
        if (special is FakeTelegramFault.Html)
        {
            http.Response.StatusCode = 502;
            http.Response.ContentType = "text/html; charset=nonsense";
            await http.Response.WriteAsync("<html><h1>502 Bad Gateway</h1></html>");
            return;
        }

        if (special is FakeTelegramFault.Silence) await WaitForTheEndAsync(http.RequestAborted);
        if (special is FakeTelegramFault.ResetBefore or FakeTelegramFault.Silence)
        {
            http.Abort();
            return;
        }

        var isRefused = IsRevoked || path[1] != $"bot{Token}";
        var answer = special as FakeTelegramAnswer ?? (isRefused ? FakeTelegramAnswer.Unauthorized : await DoAsync(method, body, http.RequestAborted));
        if (special is not FakeTelegramAnswer && answer.Code == 200)
            foreach (var problem in FakeTelegramSpec.ProblemsOfAnswer(method, answer.Text)) Violations.Enqueue($"The fake's answer to {method} {problem}");
        var text = Encoding.UTF8.GetBytes(answer.Text);
        http.Response.StatusCode = answer.Code;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = text.Length;
        if (special is FakeTelegramFault.HalfBody)
        {
            await http.Response.Body.WriteAsync(text.AsMemory(0, text.Length / 2));
            await http.Response.Body.FlushAsync();
        }

        if (special is FakeTelegramFault.HalfBody or FakeTelegramFault.ResetAfter) http.Abort();
        else await http.Response.Body.WriteAsync(text);
    }

    private async Task<FakeTelegramAnswer> DoAsync(string method, JsonNode body, CancellationToken aborted) => method switch
    {
        "getUpdates" => await Updates.GetAsync(body, aborted),
        "sendMessage" => Chats.Send(body),
        "editMessageText" => Chats.Edit(body),
        "getMe" => FakeTelegramAnswer.Ok(Me.DeepClone()),
        "setWebhook" => Updates.SetWebhook((string?)body["url"] ?? ""),
        "deleteWebhook" => Updates.SetWebhook(""),
        "getWebhookInfo" => FakeTelegramAnswer.Ok(Updates.Webhook),
        "answerCallbackQuery" when ((string?)body["callback_query_id"])!.StartsWith("old", StringComparison.Ordinal) =>
            FakeTelegramAnswer.Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
        "answerCallbackQuery" or "answerInlineQuery" => FakeTelegramAnswer.Ok(true),
        "setMyCommands" or "setMyDescription" or "setMyShortDescription" => Profile.Set(method, body),
        "getMyCommands" or "getMyDescription" or "getMyShortDescription" => Profile.Get(method, body),
        _ => FakeTelegramAnswer.Refused(404, "Not Found"),
    };

    private static async Task WaitForTheEndAsync(CancellationToken aborted)
    {
        var end = new TaskCompletionSource();
        await using var registration = aborted.Register(end.SetResult);
        await end.Task;
    }
}
