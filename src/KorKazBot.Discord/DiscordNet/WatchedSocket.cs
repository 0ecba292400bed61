using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;

namespace KorKazBot.Discord.Gateway;

/// <summary>Discord.Net's connection with somebody looking over its shoulder.</summary>
internal sealed class WatchedSocket : IWebSocketClient
{
    private const int Identify = 2;
    private const int Resume = 6;

    private readonly IWebSocketClient _inner;
    private readonly SessionWatch _watch;

    /// <summary>Lets a watch see what a connection does.</summary>
    public WatchedSocket(IWebSocketClient inner, SessionWatch watch)
    {
        (_inner, _watch) = (inner, watch);

        // Before the client's own: of several handlers, only the last one is waited for.
        inner.TextMessage += _ => HeardAsync();
        inner.BinaryMessage += (_, _, _) => HeardAsync();
        inner.Closed += ClosedAsync;
    }

    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => _inner.BinaryMessage += value;
        remove => _inner.BinaryMessage -= value;
    }

    public event Func<string, Task> TextMessage
    {
        add => _inner.TextMessage += value;
        remove => _inner.TextMessage -= value;
    }

    public event Func<Exception, Task> Closed
    {
        add => _inner.Closed += value;
        remove => _inner.Closed -= value;
    }

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public async Task ConnectAsync(string host)
    {
        ObjectDisposedException.ThrowIf(_watch.IsOver, this);
        try
        {
            await _inner.ConnectAsync(host);
        }
        finally
        {
            _watch.Heard();
        }
    }

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        var isAllowed = OperationOf(data.AsSpan(index, count)) switch
        {
            Identify => _watch.TryIdentify(),
            Resume => _watch.TryResume(),
            _ => !_watch.IsOver,
        };
        return isAllowed ? _inner.SendAsync(data, index, count, isText) : Task.CompletedTask;
    }

    public void Dispose() => _inner.Dispose();

    private Task HeardAsync()
    {
        _watch.Heard();
        return Task.CompletedTask;
    }

    private Task ClosedAsync(Exception exception)
    {
        _watch.Closed(exception is WebSocketClosedException closed ? closed.CloseCode : 0);
        return Task.CompletedTask;
    }

    // "op" stands at the top of every frame, first of all as Discord.Net writes it.
    private static int OperationOf(ReadOnlySpan<byte> frame)
    {
        var json = new Utf8JsonReader(frame);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            var isOperation = json.ValueTextEquals("op");
            json.Read();
            if (isOperation) return json.GetInt32();
            json.Skip();
        }

        return 0;
    }
}
