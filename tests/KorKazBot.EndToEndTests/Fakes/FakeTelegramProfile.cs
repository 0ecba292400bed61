using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>Menus and profile of the bot, by scope and language.</summary>
public sealed class FakeTelegramProfile
{
    private readonly ConcurrentDictionary<string, JsonNode> _set = [];

    /// <summary>What was set: <c>MyCommands all_group_chats ru</c>, without a language as <c>MyCommands all_group_chats </c>.</summary>
    public IReadOnlyDictionary<string, JsonNode> Texts => _set;

    public FakeTelegramAnswer Set(string method, JsonNode request)
    {
        _set[Key(method, request)] = request[Field(method)]!.DeepClone();
        return FakeTelegramAnswer.Ok(true);
    }

    public FakeTelegramAnswer Get(string method, JsonNode request)
    {
        var known = _set.GetValueOrDefault(Key(method, request))?.DeepClone();
        if (method == "getMyCommands") return FakeTelegramAnswer.Ok(known ?? new JsonArray());
        return FakeTelegramAnswer.Ok(new JsonObject { [Field(method)] = known ?? "" });
    }

    private static string Key(string method, JsonNode request) =>
        method == "setMyCommands" || method == "getMyCommands"
            ? $"{method[3..]} {request["scope"]?["type"]} {request["language_code"]}"
            : $"{method[3..]} {request["language_code"]}";

    private static string Field(string method) => method switch
    {
        "setMyCommands" => "commands",
        "setMyDescription" or "getMyDescription" => "description",
        _ => "short_description",
    };
}
