using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Fakes;

/// <summary>A request that the fake got.</summary>
public sealed record FakeDiscordCall(string Method, string Path, string? Authorization, string Body, TimeSpan At);

/// <summary>
/// Discord's REST API on loopback, as far as a bot needs it: buckets, refusals, the table of nonces. It judges every body by Discord's own
/// document and keeps the complaints in <see cref="Violations"/>.
/// </summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    public const string Token = "canary.token.of-the-fake";

    private readonly WebApplication _server;
    private readonly FakeDiscordBuckets _buckets = new();
    private readonly ConcurrentQueue<(string Path, Func<HttpContext, Task> Answer)> _faults = new();
    private readonly ConcurrentDictionary<string, string> _nonces = new();

    private FakeDiscord(WebApplication server) => _server = server;

    /// <summary>What was called, in order.</summary>
    public ConcurrentQueue<FakeDiscordCall> Calls { get; } = new();

    /// <summary>What Discord would not have put up with; empty in a good run.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>The registered commands.</summary>
    public JsonArray Commands { get; private set; } = [];

    /// <summary>The messages written to channels, each once whatever was repeated.</summary>
    public ConcurrentQueue<JsonNode> Messages { get; } = new();

    /// <summary>The gateway beside it.</summary>
    public FakeDiscordGateway Gateway { get; } = new();

    /// <summary>The key that the application has in the developer portal.</summary>
    public string VerifyKey { get; set; } = "";

    /// <summary>Where the API is, ending in <c>/api/v10/</c>.</summary>
    public Uri Api => new(new Uri(_server.Urls.First()), "/api/v10/");

    public static async Task<FakeDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeDiscord(builder.Build());
        fake.Route();
        await fake._server.StartAsync();
        fake.Gateway.Url = fake._server.Urls.First().Replace("http", "ws", StringComparison.Ordinal) + "/gateway";
        return fake;
    }

    /// <summary>Answers the next request whose path contains a text otherwise.</summary>
    public void Once(string path, Func<HttpContext, Task> answer) => _faults.Enqueue((path, answer));

    /// <summary>Refuses the next request whose path contains a text.</summary>
    /// <param name="path">Part of the path.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="retryAfter">Seconds in the header; null: none.</param>
    public void Refuse(string path, int status, string body = """{"message":"fault","code":0}""", string? retryAfter = null) => Once(path, context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    });

    /// <summary>Waits until something was called so often.</summary>
    public async Task<FakeDiscordCall> WaitForAsync(string method, string path, int times = 1)
    {
        for (var patience = 0; patience < 1500; patience++)
        {
            var calls = Calls.Where(call => call.Method == method && call.Path.Contains(path, StringComparison.Ordinal)).ToList();
            if (calls.Count >= times) return calls[times - 1];
            await Task.Delay(20);
        }

        throw new TimeoutException($"{method} {path} wasn't called. Called was: {string.Join(", ", Calls.Select(call => call.Path))}");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Gateway.Dispose();
    }

    private void Route()
    {
        _server.UseWebSockets();
        _server.Map("/gateway", Gateway.ServeAsync);
        _server.Use(ReceiveAsync);
        _server.MapGet("/api/v10/users/@me", () => Json(new JsonObject
        {
            ["id"] = FakeDiscordInteraction.Application,
            ["username"] = "korkaz",
            ["bot"] = true,
        }));
        _server.MapGet("/api/v10/applications/@me", () => Json(new JsonObject
        {
            ["id"] = FakeDiscordInteraction.Application,
            ["name"] = "korkaz",
            ["verify_key"] = VerifyKey,
        }));
        _server.MapGet("/api/v10/applications/{application}/commands", () => Json(Commands.DeepClone()));
        _server.MapPut("/api/v10/applications/{application}/commands", (HttpContext context) => Json(Register(context)));
        _server.MapPost("/api/v10/channels/{channel}/messages", (HttpContext context) => Json(Write(context)));
        _server.MapPatch("/api/v10/webhooks/{application}/{token}/messages/@original", (HttpContext context) => Json(BodyOf(context)!.DeepClone()));
        _server.MapPost("/api/v10/interactions/{id}/{token}/callback", () => Results.NoContent());
    }

    private async Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Request.Path.Value!;
        var call = new FakeDiscordCall(context.Request.Method, path, context.Request.Headers.Authorization, body, _buckets.Now);
        Calls.Enqueue(call);
        context.Items["body"] = body.Length == 0 ? null : JsonNode.Parse(body);
        Judge(context, call);

        var isInteraction = path.Contains("/interactions/", StringComparison.Ordinal) || path.Contains("/webhooks/", StringComparison.Ordinal);
        if (!isInteraction && call.Authorization != $"Bot {Token}")
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"message":"401: Unauthorized","code":0}""");
            return;
        }

        if (_faults.TryPeek(out var fault) && path.Contains(fault.Path, StringComparison.Ordinal) && _faults.TryDequeue(out fault))
            await fault.Answer(context);
        else if (await _buckets.AdmitAsync(context, $"{call.Method} {path}", Violations)) await next(context);
    }

    private void Judge(HttpContext context, FakeDiscordCall call)
    {
        if (context.Request.Headers.UserAgent.ToString() is var agent && !agent.StartsWith("DiscordBot (", StringComparison.Ordinal))
            Violations.Enqueue($"{call.Path}: no User-Agent of a bot");
        if (call.Body.Length == 0) return;
        foreach (var problem in FakeDiscordSpec.Problems(call.Method, call.Path["/api/v10".Length..], call.Body))
            Violations.Enqueue($"{call.Path}: {problem}");
        var message = call.Path.EndsWith("/callback", StringComparison.Ordinal) ? BodyOf(context)!["data"] : BodyOf(context);
        if (message is JsonObject fields && fields.ContainsKey("content") && fields["allowed_mentions"]?.ToJsonString() != """{"parse":[]}""")
            Violations.Enqueue($"{call.Path}: it can ping");
    }

    // As Discord gives them back: with ids, and with what was left out filled in.
    private JsonArray Register(HttpContext context)
    {
        var commands = (JsonArray)BodyOf(context)!.DeepClone();
        foreach (var command in commands.OfType<JsonObject>())
        {
            command["id"] = FakeDiscordInteraction.NewId();
            command["version"] = FakeDiscordInteraction.NewId();
            command["description"] ??= "";
            command["default_member_permissions"] = null;
            command["nsfw"] = false;
        }

        return Commands = commands;
    }

    private JsonObject Write(HttpContext context)
    {
        var body = BodyOf(context)!;
        var id = FakeDiscordInteraction.NewId();
        if ((bool?)body["enforce_nonce"] == true) id = _nonces.GetOrAdd((string)body["nonce"]!, id);
        var message = new JsonObject { ["id"] = id, ["channel_id"] = (string)context.Request.RouteValues["channel"]!, ["sent"] = body.DeepClone() };
        if (Messages.All(other => (string?)other["id"] != id)) Messages.Enqueue(message.DeepClone());
        return message;
    }

    private static JsonNode? BodyOf(HttpContext context) => (JsonNode?)context.Items["body"];

    private static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json");
}
