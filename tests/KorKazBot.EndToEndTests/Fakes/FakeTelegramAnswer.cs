using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>An answer of the Bot API.</summary>
public sealed record FakeTelegramAnswer(int Code, string Text)
{
    public static FakeTelegramAnswer Unauthorized { get; } = Refused(401, "Unauthorized");

    public static FakeTelegramAnswer Ok(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    public static FakeTelegramAnswer Refused(int code, string description, string? parameter = null, long value = 0)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameter is not null) answer["parameters"] = new JsonObject { [parameter] = value };
        return new(code, answer.ToJsonString());
    }

    public static FakeTelegramAnswer TooMany(int seconds) => Refused(429, $"Too Many Requests: retry after {seconds}", "retry_after", seconds);
}
