using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>The queue of updates: kept until a later call names a higher offset, and for one caller at a time.</summary>
public sealed class FakeTelegramUpdates(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, string> _pending = [];
    private readonly List<string> _withoutId = [];
    private TaskCompletionSource<bool>? _waiting;
    private string _webhook = "";
    private int _lastId = 1000;

    /// <summary>What isn't confirmed yet.</summary>
    public IReadOnlyList<long> Pending
    {
        get
        {
            lock (_gate) return [.. _pending.Keys];
        }
    }

    /// <summary>Whether a poller's call is waiting.</summary>
    public bool IsWaitedFor
    {
        get
        {
            lock (_gate) return _waiting is { Task.IsCompleted: false };
        }
    }

    public static string Message(long id, long chat, string text) =>
        $$$"""
        {"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1714564800,
        "from":{"id":7,"is_bot":false,"first_name":"A"},"chat":{"id":{{{chat}}},"type":"private"},"text":"{{{text}}}"}}
        """;

    /// <summary>Adds updates as they are, broken or not.</summary>
    public void Add(params IEnumerable<(long Id, string Json)> updates)
    {
        lock (_gate)
        {
            foreach (var (id, json) in updates) _pending[id] = json;
            _waiting?.TrySetResult(true);
        }
    }

    public void Add(long id, long chat = 7, string text = "hello") => Add((id, Message(id, chat, text)));

    /// <summary>Adds something with no id, which no offset ever confirms.</summary>
    public void AddWithoutId(string json)
    {
        lock (_gate)
        {
            _withoutId.Add(json);
            _waiting?.TrySetResult(true);
        }
    }

    /// <summary>Adds an update as <see cref="FakeTelegramUpdate"/> makes them, and gives its id.</summary>
    public long Add(JsonObject update)
    {
        update = Stamped(update);
        Add(((long)update["update_id"]!, update.ToJsonString()));
        return (long)update["update_id"]!;
    }

    /// <summary>The update with its id and date.</summary>
    public JsonObject Stamped(JsonObject update)
    {
        // Read back, because a node made of an int isn't one of a long.
        var stamped = JsonNode.Parse(update.ToJsonString())!.AsObject();
        stamped["update_id"] = (long)Interlocked.Increment(ref _lastId);
        if ((long?)stamped["message"]?["date"] == 0) stamped["message"]!["date"] = time.GetUtcNow().ToUnixTimeSeconds();
        return stamped;
    }

    /// <summary>What getWebhookInfo tells.</summary>
    public JsonObject Webhook
    {
        get
        {
            lock (_gate) return new() { ["url"] = _webhook, ["has_custom_certificate"] = false, ["pending_update_count"] = _pending.Count };
        }
    }

    public FakeTelegramAnswer SetWebhook(string url)
    {
        lock (_gate) _webhook = url;
        return FakeTelegramAnswer.Ok(true);
    }

    public void Close()
    {
        lock (_gate) _waiting?.TrySetResult(false);
    }

    public async Task<FakeTelegramAnswer> GetAsync(JsonNode request, CancellationToken aborted)
    {
        TaskCompletionSource<bool> waiting;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds((int?)request["timeout"] ?? 0), time);
        lock (_gate)
        {
            if (_webhook.Length > 0)
            {
                return FakeTelegramAnswer.Refused(
                    409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }

            // The newer caller wins.
            _waiting?.TrySetResult(false);
            var offset = (long?)request["offset"] ?? 0;
            foreach (var confirmed in _pending.Keys.Where(id => id < offset).ToArray()) _pending.Remove(confirmed);
            if (_pending.Count + _withoutId.Count > 0 || (int?)request["timeout"] is null or 0) return Batch(request);
            _waiting = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await using var gone = aborted.Register(() => waiting.TrySetResult(true));
        await using var over = limit.Token.Register(() => waiting.TrySetResult(true));
        if (!await waiting.Task)
            return FakeTelegramAnswer.Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        lock (_gate)
        {
            if (_waiting == waiting) _waiting = null;
            return Batch(request);
        }
    }

    private FakeTelegramAnswer Batch(JsonNode request)
    {
        var batch = string.Join(',', _withoutId.Concat(_pending.Values).Take((int?)request["limit"] ?? 100));
        return new(200, $$"""{"ok":true,"result":[{{batch}}]}""");
    }
}
