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

namespace KorKazBot.Tests.Telegram;

/// <summary>What the connection does to one call.</summary>
internal enum Fault
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
internal sealed class FakeTelegram : IAsyncDisposable
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

    public FakeUpdates Updates { get; }

    public FakeChats Chats { get; }

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
    public void Next(string method, params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults) Queue(method).Enqueue(fault);
    }

    /// <summary>What the next call of a method is answered.</summary>
    public void Next(string method, FakeAnswer answer) => Queue(method).Enqueue(answer);

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

        Queue(method).TryDequeue(out var special);
        if (special is Fault.Html)
        {
            http.Response.StatusCode = 502;
            http.Response.ContentType = "text/html; charset=nonsense";
            await http.Response.WriteAsync("<html><h1>502 Bad Gateway</h1></html>");
            return;
        }

        if (special is Fault.Silence) await WaitForTheEndAsync(http.RequestAborted);
        if (special is Fault.ResetBefore or Fault.Silence)
        {
            http.Abort();
            return;
        }

        var isRefused = IsRevoked || path[1] != $"bot{Token}";
        var answer = special as FakeAnswer ?? (isRefused ? FakeAnswer.Unauthorized : await DoAsync(method, body, http.RequestAborted));
        var text = Encoding.UTF8.GetBytes(answer.Text);
        http.Response.StatusCode = answer.Code;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = text.Length;
        if (special is Fault.HalfBody)
        {
            await http.Response.Body.WriteAsync(text.AsMemory(0, text.Length / 2));
            await http.Response.Body.FlushAsync();
        }

        if (special is Fault.HalfBody or Fault.ResetAfter) http.Abort();
        else await http.Response.Body.WriteAsync(text);
    }

    private async Task<FakeAnswer> DoAsync(string method, JsonNode body, CancellationToken aborted) => method switch
    {
        "getUpdates" => await Updates.GetAsync(body, aborted),
        "sendMessage" => Chats.Send(body),
        "getMe" => FakeAnswer.Ok(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Bot", ["username"] = "korkaz_bot" }),
        "editMessageText" => FakeAnswer.Ok(new JsonObject { ["message_id"] = body["message_id"]!.DeepClone() }),
        "setWebhook" => Updates.SetWebhook((string?)body["url"] ?? ""),
        "deleteWebhook" => Updates.SetWebhook(""),
        "answerCallbackQuery" when ((string?)body["callback_query_id"])!.StartsWith("old", StringComparison.Ordinal) =>
            FakeAnswer.Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
        "answerCallbackQuery" or "answerInlineQuery" or "setMyCommands" => FakeAnswer.Ok(true),
        _ => FakeAnswer.Refused(404, "Not Found"),
    };

    private static async Task WaitForTheEndAsync(CancellationToken aborted)
    {
        var end = new TaskCompletionSource();
        await using var registration = aborted.Register(end.SetResult);
        await end.Task;
    }
}

/// <summary>An answer of the Bot API.</summary>
internal sealed record FakeAnswer(int Code, string Text)
{
    public static FakeAnswer Unauthorized { get; } = Refused(401, "Unauthorized");

    public static FakeAnswer Ok(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    public static FakeAnswer Refused(int code, string description, string? parameter = null, long value = 0)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameter is not null) answer["parameters"] = new JsonObject { [parameter] = value };
        return new(code, answer.ToJsonString());
    }

    public static FakeAnswer TooMany(int seconds) => Refused(429, $"Too Many Requests: retry after {seconds}", "retry_after", seconds);
}
