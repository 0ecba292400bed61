using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KorKazBot.Fakes;

/// <summary>Discord's gateway on loopback: sessions, sequence numbers, resuming and heartbeats, and ways to go wrong.</summary>
public sealed class FakeDiscordGateway : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _told = [];
    private readonly SemaphoreSlim _sending = new(1, 1);
    private WebSocket? _socket;
    private int _sessions;

    /// <summary>What the bot has sent, in order.</summary>
    public ConcurrentQueue<JsonNode> Received { get; } = new();

    /// <summary>How the bot has closed its connections; 0: without a code.</summary>
    public ConcurrentQueue<int> Closes { get; } = new();

    /// <summary>Milliseconds between heartbeats.</summary>
    public int HeartbeatInterval { get; set; } = 2000;

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Whether a connection is greeted at all.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>Whether a new session is met with silence.</summary>
    public bool SwallowsIdentify { get; set; }

    /// <summary>What to close a connection with instead of READY; null: READY.</summary>
    public int? RefusesWith { get; set; }

    /// <summary>Whether sessions can be resumed.</summary>
    public bool Resumes { get; set; } = true;

    /// <summary>Whether the connection is closed as soon as it is ready.</summary>
    public bool Flaps { get; set; }

    /// <summary>Connections that were opened.</summary>
    public int Connections { get; private set; }

    /// <summary>The address for <c>resume_gateway_url</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>How often the bot has sent an operation.</summary>
    public int Count(int operation) => Received.Count(frame => (int)frame["op"]! == operation);

    /// <summary>Waits until the bot has sent an operation so often.</summary>
    public async Task WaitForAsync(int operation, int times = 1)
    {
        for (var patience = 0; patience < 1500 && Count(operation) < times; patience++) await Task.Delay(20);
        if (Count(operation) < times) throw new TimeoutException($"Operation {operation} came {Count(operation)} times, not {times}.");
    }

    /// <summary>Tells an event.</summary>
    public async Task TellAsync(string type, JsonObject data)
    {
        JsonObject frame;
        lock (_lock)
        {
            frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = _told.Count + 1, ["d"] = data.DeepClone() };
            _told.Add(frame);
        }

        await SendAsync(frame);
    }

    /// <summary>Sends an operation without data.</summary>
    public Task OrderAsync(int operation, bool? data = null) => SendAsync(new JsonObject { ["op"] = operation, ["d"] = data });

    /// <summary>Closes the connection.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket is { State: WebSocketState.Open } socket) await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
    }

    public void Dispose() => _sending.Dispose();

    /// <summary>Serves a connection.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        using var socket = _socket = await context.WebSockets.AcceptWebSocketAsync();
        Connections++;
        if (Greets) await SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = HeartbeatInterval } });
        try
        {
            while (await ReceiveAsync(socket, context.RequestAborted) is { } frame) await ObeyAsync(frame);
            Closes.Enqueue((int)(socket.CloseStatus ?? 0));
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            Closes.Enqueue((int)(socket.CloseStatus ?? 0));
        }
    }

    private async Task ObeyAsync(JsonNode frame)
    {
        Received.Enqueue(frame);
        switch ((int)frame["op"]!)
        {
            case 1 when Acknowledges: await SendAsync(new JsonObject { ["op"] = 11 }); break;
            case 2 when SwallowsIdentify: break;
            case 2 when RefusesWith is { } code: await CloseAsync(code); break;
            case 2: await ReadyAsync(); break;
            case 6 when Resumes: await ReplayAsync((int)frame["d"]!["seq"]!); break;
            case 6: await OrderAsync(9, false); break;
        }
    }

    private async Task ReadyAsync()
    {
        lock (_lock) _told.Clear();
        await TellAsync("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = FakeDiscordEvents.UserOf(FakeDiscordInteraction.Application, "korkaz", isBot: true),
            ["session_id"] = $"s{++_sessions}",
            ["resume_gateway_url"] = Url,
            ["private_channels"] = new JsonArray(),
            ["guilds"] = new JsonArray(new JsonObject { ["id"] = FakeDiscordInteraction.Guild, ["unavailable"] = true }),
            ["application"] = new JsonObject { ["id"] = FakeDiscordInteraction.Application, ["flags"] = 0 },
        });
        await TellAsync("GUILD_CREATE", FakeDiscordEvents.Guild());
        if (Flaps) await CloseAsync(4009);
    }

    private async Task ReplayAsync(int seen)
    {
        JsonObject[] missed;
        lock (_lock) missed = [.. _told.Skip(seen)];
        foreach (var frame in missed) await SendAsync(frame);
        await TellAsync("RESUMED", []);
    }

    private async Task SendAsync(JsonObject frame)
    {
        await _sending.WaitAsync();
        try
        {
            if (_socket is { State: WebSocketState.Open } socket)
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static async Task<JsonNode?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(message.ToArray());
        }
    }
}
