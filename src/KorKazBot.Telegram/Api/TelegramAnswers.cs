using System.Text;
using System.Text.Json;

namespace KorKazBot.Telegram.Api;

/// <summary>Reads the envelope in which Telegram answers every call.</summary>
internal static class TelegramAnswers
{
    // Far deeper than an update can be: one that isn't sane must not make the others of its batch unreadable.
    public static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 10_000 };

    /// <summary>What a body says. Whatever isn't an envelope is the answer of something else on the way.</summary>
    public static TelegramResult<T> Decode<T>(int status, byte[] body, Func<JsonElement, T> read)
    {
        try
        {
            // As text first: broken UTF-8 becomes a replacement character instead of an exception much later.
            var root = JsonElement.Parse(Encoding.UTF8.GetString(body), Lenient);
            if (!root.GetProperty("ok").GetBoolean()) return Refusal<T>(status, root);
            return new() { IsOk = true, IsFromTelegram = true, Value = read(root.GetProperty("result")) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or NotSupportedException)
        {
            return status is >= 200 and < 300
                ? None<T>("an answer that can't be read", isAmbiguous: true)
                : new() { ErrorCode = status, Description = $"HTTP {status}" };
        }
    }

    public static TelegramResult<T> None<T>(string description, bool isAmbiguous) => new() { Description = description, IsAmbiguous = isAmbiguous };

    private static TelegramResult<T> Refusal<T>(int status, JsonElement root)
    {
        var parameters = root.TryGetProperty("parameters", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        return new()
        {
            IsFromTelegram = true,
            ErrorCode = (int?)Number(root, "error_code") ?? status,
            Description = root.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "",
            RetryAfter = (int?)Number(parameters, "retry_after"),
            MigrateToChatId = Number(parameters, "migrate_to_chat_id"),
        };
    }

    private static long? Number(JsonElement within, string name) =>
        within.ValueKind == JsonValueKind.Object && within.TryGetProperty(name, out var number) && number.TryGetInt64(out var value) ? value : null;
}
