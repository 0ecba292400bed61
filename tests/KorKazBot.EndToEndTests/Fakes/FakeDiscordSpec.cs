using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KorKazBot.Fakes;

/// <summary>
/// Discord's own OpenAPI document as a judge of what we send: the JSON Schema keywords it uses, and one rule more: a key that no schema
/// knows is an error.
/// </summary>
public sealed class FakeDiscordSpec
{
    private const string File = "specs/discord/openapi.json";

    private static readonly Lazy<FakeDiscordSpec?> Loaded = new(() => Find() is { } path ? new FakeDiscordSpec(path) : null);

    private readonly JsonNode _document;

    private FakeDiscordSpec(string path) => _document = JsonNode.Parse(System.IO.File.ReadAllText(path))!;

    /// <summary>Why payloads can't be judged; null where they can.</summary>
    public static string? Missing => Loaded.Value is null
        ? $"Discord's OpenAPI document is missing: neither KORKAZBOT_SHARED nor ../shared beside the repository has {File}."
        : null;

    /// <summary>What is wrong with a request's body, in words; empty: nothing, or there is no document to tell.</summary>
    /// <param name="method">Such as POST.</param>
    /// <param name="path">Below the version: <c>/users/@me</c>.</param>
    /// <param name="body">The JSON.</param>
    public static IReadOnlyList<string> Problems(string method, string path, string body) =>
        Loaded.Value is { } spec ? spec.Check(method, path, JsonNode.Parse(body)) : [];

    private static string? Find()
    {
        var shared = Environment.GetEnvironmentVariable("KORKAZBOT_SHARED");
        for (var folder = AppContext.BaseDirectory; shared is null && folder is not null; folder = Path.GetDirectoryName(folder))
            if (System.IO.File.Exists(Path.Combine(folder, "KorKazBot.sln"))) shared = Path.Combine(folder, "..", "shared");

        var file = shared is null ? null : Path.Combine(shared, File);
        return System.IO.File.Exists(file) ? file : null;
    }

    private List<string> Check(string method, string path, JsonNode? body)
    {
        var operation = _document["paths"]!.AsObject()
            .Where(each => Regex.IsMatch(path, "^" + Regex.Replace(Regex.Escape(each.Key), @"\\\{[^}]+}", "[^/]+") + "$"))
            .OrderBy(each => each.Key.Count(letter => letter == '{'))
            .Select(each => each.Value![method.ToLowerInvariant()])
            .FirstOrDefault(each => each is not null);
        if (operation is null) return [$"{method} {path}: no such operation"];

        var problems = new List<string>();
        Judge(operation["requestBody"]!["content"]!["application/json"]!["schema"]!.AsObject(), body, "$", problems, []);
        return problems;
    }

    private void Judge(JsonObject schema, JsonNode? value, string at, List<string> problems, HashSet<string> known)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Judge(_document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject(), value, at, problems, known);
            return;
        }

        foreach (var part in schema["allOf"]?.AsArray() ?? []) Judge(part!.AsObject(), value, at, problems, known);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray alternatives) JudgeBest(alternatives, value, at, problems, known);
        if (schema["type"] is { } type && !Types(type).Any(each => Is(each, value)))
        {
            problems.Add($"{at}: not {type.ToJsonString()}");
            return;
        }

        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value)) problems.Add($"{at}: not {constant.ToJsonString()}");
        if (schema["enum"] is JsonArray allowed && !allowed.Any(each => JsonNode.DeepEquals(each, value))) problems.Add($"{at}: not in the list");
        switch (value?.GetValueKind())
        {
            case JsonValueKind.String: JudgeText(schema, (string)value!, at, problems); break;
            case JsonValueKind.Number: JudgeNumber(schema, (decimal)value, at, problems); break;
            case JsonValueKind.Array: JudgeArray(schema, value.AsArray(), at, problems); break;
            case JsonValueKind.Object: JudgeObject(schema, value.AsObject(), at, problems, known); break;
        }
    }

    private void JudgeBest(JsonArray alternatives, JsonNode? value, string at, List<string> problems, HashSet<string> known)
    {
        var (best, keys) = alternatives.Select(alternative =>
        {
            var (found, seen) = (new List<string>(), new HashSet<string>());
            Judge(alternative!.AsObject(), value, at, found, seen);
            return (found, seen);
        }).MinBy(each => each.found.Count);
        problems.AddRange(best);
        known.UnionWith(keys);
    }

    private static void JudgeText(JsonObject schema, string text, string at, List<string> problems)
    {
        var length = new StringInfo(text).LengthInTextElements;
        if ((int?)schema["maxLength"] < length) problems.Add($"{at}: {length} characters, at most {schema["maxLength"]}");
        if ((int?)schema["minLength"] > length) problems.Add($"{at}: {length} characters, at least {schema["minLength"]}");
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern)) problems.Add($"{at}: doesn't match {pattern}");
    }

    private static void JudgeNumber(JsonObject schema, decimal number, string at, List<string> problems)
    {
        if ((decimal?)schema["maximum"] < number || (decimal?)schema["minimum"] > number) problems.Add($"{at}: {number} is out of range");
    }

    private void JudgeArray(JsonObject schema, JsonArray items, string at, List<string> problems)
    {
        if ((int?)schema["maxItems"] < items.Count) problems.Add($"{at}: {items.Count} items, at most {schema["maxItems"]}");
        if ((int?)schema["minItems"] > items.Count) problems.Add($"{at}: {items.Count} items, at least {schema["minItems"]}");
        if (schema["items"] is not JsonObject each) return;
        for (var i = 0; i < items.Count; i++) Judge(each, items[i], $"{at}[{i}]", problems, []);
    }

    private void JudgeObject(JsonObject schema, JsonObject value, string at, List<string> problems, HashSet<string> known)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (!value.ContainsKey((string)required!)) problems.Add($"{at}.{required}: missing");
        if ((int?)schema["maxProperties"] < value.Count) problems.Add($"{at}: too many properties");
        foreach (var (name, child) in value)
        {
            if ((schema["properties"]?[name] ?? schema["additionalProperties"] as JsonObject) is not { } judged) continue;
            known.Add(name);
            Judge(judged.AsObject(), child, $"{at}.{name}", problems, []);
        }

        if (schema["properties"] is null || schema["allOf"] is not null) return;
        foreach (var (name, _) in value) if (!known.Contains(name)) problems.Add($"{at}.{name}: unknown");
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray list ? list.Select(each => (string)each!) : [(string)type!];

    // Discord reads numbers in quotes as numbers.
    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
        ("integer", JsonValueKind.String) => long.TryParse((string)value!, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ("number", JsonValueKind.Number) => true,
        ("array", JsonValueKind.Array) => true,
        ("object", JsonValueKind.Object) => true,
        _ => false,
    };
}
