using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KorKazBot.Tests.Telegram;

/// <summary>The chats: what was sent there, and what keeps the bot from sending.</summary>
internal sealed partial class FakeChats(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<(long Chat, string Text)> _messages = [];
    private readonly Dictionary<long, string> _forbidden = [];
    private readonly Dictionary<long, long> _moved = [];
    private readonly Dictionary<long, (int Count, int Seconds)> _tooMany = [];
    private readonly Dictionary<long, DateTimeOffset> _quietUntil = [];
    private int _lastMessage = 100;

    /// <summary>What users see, in order.</summary>
    public IReadOnlyList<(long Chat, string Text)> Messages
    {
        get
        {
            lock (_gate) return [.. _messages];
        }
    }

    /// <summary>How often the bot wrote to a chat before it was allowed again: what gets bots banned.</summary>
    public int EarlyRetries { get; private set; }

    /// <summary>A chat where the bot can't write, in Telegram's words.</summary>
    public void Forbid(long chat, string description) => _forbidden[chat] = $"Forbidden: {description}";

    /// <summary>A group that became a supergroup.</summary>
    public void Move(long chat, long destination) => _moved[chat] = destination;

    /// <summary>The next messages to a chat are too many.</summary>
    public void TooMany(long chat, int seconds, int count = 1) => _tooMany[chat] = (count, seconds);

    public FakeAnswer Send(JsonNode request)
    {
        lock (_gate)
        {
            var chat = (long)request["chat_id"]!;
            var text = (string)request["text"]!;
            return Refusal(chat, text, request) ?? Deliver(chat, text);
        }
    }

    private FakeAnswer? Refusal(long chat, string text, JsonNode request)
    {
        if (_quietUntil.TryGetValue(chat, out var until) && time.GetUtcNow() < until)
        {
            EarlyRetries++;
            return FakeAnswer.TooMany((int)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
        }

        if (_tooMany.GetValueOrDefault(chat) is { Count: > 0 } many)
        {
            _tooMany[chat] = (many.Count - 1, many.Seconds);
            _quietUntil[chat] = time.GetUtcNow() + TimeSpan.FromSeconds(many.Seconds);
            return FakeAnswer.TooMany(many.Seconds);
        }

        if (_forbidden.TryGetValue(chat, out var forbidden)) return FakeAnswer.Refused(403, forbidden);
        if (_moved.TryGetValue(chat, out var destination))
        {
            return FakeAnswer.Refused(
                400, "Bad Request: group chat was upgraded to a supergroup chat", "migrate_to_chat_id", destination);
        }

        // Messages of users aren't modelled: whatever is negative was deleted.
        if ((int?)request["reply_parameters"]?["message_id"] < 0) return FakeAnswer.Refused(400, "Bad Request: message to be replied not found");
        var isHtml = string.Equals((string?)request["parse_mode"], "html", StringComparison.OrdinalIgnoreCase);
        if (isHtml && UnknownTag().Match(text) is { Success: true } tag)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"\"{tag.Groups[1].Value}\" at byte offset {tag.Index}");
            return FakeAnswer.Refused(400, $"Bad Request: can't parse entities: Unsupported start tag {where}");
        }

        if (text.Length == 0) return FakeAnswer.Refused(400, "Bad Request: message text is empty");
        return text.Length > 4096 ? FakeAnswer.Refused(400, "Bad Request: message is too long") : null;
    }

    private FakeAnswer Deliver(long chat, string text)
    {
        _messages.Add((chat, text));
        return FakeAnswer.Ok(new JsonObject
        {
            ["message_id"] = ++_lastMessage,
            ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["text"] = text,
        });
    }

    [GeneratedRegex("<(?!/?(?:b|i|a|blockquote|code)[ >])/?([a-z0-9]*)")]
    private static partial Regex UnknownTag();
}
