using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>The chats: what was sent there, and what keeps the bot from sending.</summary>
public sealed class FakeTelegramChats(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<(long Chat, string Text)> _messages = [];
    private readonly Dictionary<long, string> _forbidden = [];
    private readonly Dictionary<long, long> _moved = [];
    private readonly Dictionary<long, (int Count, int Seconds)> _tooMany = [];
    private readonly Dictionary<long, DateTimeOffset> _quietUntil = [];
    private readonly Dictionary<(long Chat, int Id), JsonObject> _heard = [];
    private readonly List<FakeTelegramShown> _shown = [];
    private int _lastMessage = 100;

    /// <summary>What users see, in order.</summary>
    public IReadOnlyList<(long Chat, string Text)> Messages
    {
        get
        {
            lock (_gate) return [.. _messages];
        }
    }

    /// <summary>What was sent and changed, in order.</summary>
    public IReadOnlyList<FakeTelegramShown> Shown
    {
        get
        {
            lock (_gate) return [.. _shown];
        }
    }

    /// <summary>How often the bot wrote to a chat before it was allowed again: what gets bots banned.</summary>
    public int EarlyRetries { get; private set; }

    /// <summary>A chat where the bot can't write, in Telegram's words.</summary>
    public void Forbid(long chat, string description) => _forbidden[chat] = $"Forbidden: {description}";

    /// <summary>Lets the bot write there again.</summary>
    public void Allow(long chat) => _forbidden.Remove(chat);

    /// <summary>A group that became a supergroup.</summary>
    public void Move(long chat, long destination) => _moved[chat] = destination;

    /// <summary>The next messages to a chat are too many.</summary>
    public void TooMany(long chat, int seconds, int count = 1) => _tooMany[chat] = (count, seconds);

    public FakeTelegramAnswer Send(JsonNode request)
    {
        lock (_gate)
        {
            var chat = (long)request["chat_id"]!;
            var text = (string)request["text"]!;
            return Refusal(chat, text, request) ?? Deliver(chat, text, request);
        }
    }

    public FakeTelegramAnswer Edit(JsonNode request)
    {
        lock (_gate)
        {
            var (chat, id, text) = ((long)request["chat_id"]!, (int)request["message_id"]!, (string)request["text"]!);
            if (Refusal(chat, text, request) is { } refusal) return refusal;
            if (_shown.LastOrDefault(shown => shown.IsMessage(chat, id)) is not { } old)
                return FakeTelegramAnswer.Refused(400, "Bad Request: message to edit not found");

            var edited = old.Message.DeepClone().AsObject();
            edited["text"] = text;
            edited.Remove("reply_markup");
            if (request["reply_markup"] is { } buttons) edited["reply_markup"] = buttons.DeepClone();
            if (JsonNode.DeepEquals(edited, old.Message))
            {
                const string Same = "specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
                return FakeTelegramAnswer.Refused(400, $"Bad Request: message is not modified: {Same}");
            }

            _shown.Add(new FakeTelegramShown(request, edited));
            return FakeTelegramAnswer.Ok(edited.DeepClone());
        }
    }

    /// <summary>Keeps what users write, for those who reply to it.</summary>
    public void Hear(JsonObject update)
    {
        if (JsonNode.Parse(update.ToJsonString())!["message"] is not JsonObject message) return;
        lock (_gate) _heard[((long)message["chat"]!["id"]!, (int)message["message_id"]!)] = message;
    }

    private FakeTelegramAnswer? Refusal(long chat, string text, JsonNode request)
    {
        if (_quietUntil.TryGetValue(chat, out var until) && time.GetUtcNow() < until)
        {
            EarlyRetries++;
            return FakeTelegramAnswer.TooMany((int)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
        }

        if (_tooMany.GetValueOrDefault(chat) is { Count: > 0 } many)
        {
            _tooMany[chat] = (many.Count - 1, many.Seconds);
            _quietUntil[chat] = time.GetUtcNow() + TimeSpan.FromSeconds(many.Seconds);
            return FakeTelegramAnswer.TooMany(many.Seconds);
        }

        if (_forbidden.TryGetValue(chat, out var forbidden)) return FakeTelegramAnswer.Refused(403, forbidden);
        if (_moved.TryGetValue(chat, out var destination))
        {
            return FakeTelegramAnswer.Refused(
                400, "Bad Request: group chat was upgraded to a supergroup chat", "migrate_to_chat_id", destination);
        }

        // Messages of users aren't modelled: whatever is negative was deleted.
        if ((int?)request["reply_parameters"]?["message_id"] < 0) return FakeTelegramAnswer.Refused(400, "Bad Request: message to be replied not found");
        return Unreadable(text, request);
    }

    private static FakeTelegramAnswer? Unreadable(string text, JsonNode request)
    {
        var isHtml = string.Equals((string?)request["parse_mode"], "html", StringComparison.OrdinalIgnoreCase);
        try
        {
            _ = isHtml ? FakeTelegramHtml.Read(text) : FakeTelegramHtml.ReadPlain(text);
            return null;
        }
        catch (FormatException exception)
        {
            return FakeTelegramAnswer.Refused(400, $"Bad Request: {exception.Message}");
        }
    }

    private FakeTelegramAnswer Deliver(long chat, string text, JsonNode request)
    {
        _messages.Add((chat, text));
        var message = new JsonObject
        {
            ["message_id"] = ++_lastMessage,
            ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = chat > 0 ? FakeTelegramUpdate.PrivateChat(chat) : FakeTelegramUpdate.GroupChat(chat),
            ["from"] = FakeTelegramUpdate.Me(),
            ["text"] = text,
        };
        if (request["reply_markup"] is { } buttons) message["reply_markup"] = buttons.DeepClone();
        if (request["message_thread_id"] is { } topic) message["message_thread_id"] = topic.DeepClone();
        if ((int?)request["reply_parameters"]?["message_id"] is { } asked && _heard.TryGetValue((chat, asked), out var heard))
            message["reply_to_message"] = heard.DeepClone();
        _shown.Add(new FakeTelegramShown(request, message));
        return FakeTelegramAnswer.Ok(message.DeepClone());
    }
}
