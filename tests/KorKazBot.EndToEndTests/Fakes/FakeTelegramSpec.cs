using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KorKazBot.Fakes;

/// <summary>
/// The Bot API's documentation, made readable for machines by PaulSonOfLars/telegram-bot-api-spec, as a judge of what is sent: fields,
/// types, what is required, and the lengths that descriptions tell.
/// </summary>
public sealed partial class FakeTelegramSpec
{
    private const string File = "specs/telegram/api.json";

    private static readonly Lazy<FakeTelegramSpec?> Loaded = new(() => Find() is { } path ? new FakeTelegramSpec(path) : null);

    private readonly JsonNode _document;

    private FakeTelegramSpec(string path) => _document = JsonNode.Parse(System.IO.File.ReadAllText(path))!;

    /// <summary>Why nothing can be judged; null where it can.</summary>
    public static string? Missing => Loaded.Value is null
        ? $"The Bot API's documentation is missing: neither KORKAZBOT_SHARED nor ../shared beside the repository has {File}."
        : null;

    /// <summary>What is wrong with a call, in words; empty: nothing, or there is no document to tell.</summary>
    public static IReadOnlyList<string> Problems(string method, JsonNode body)
    {
        if (Loaded.Value is not { } spec) return [];
        if (spec._document["methods"]![method] is not { } known) return ["isn't a method"];
        var problems = new List<string>();
        spec.JudgeFields(known, body.AsObject(), "$", problems);
        return problems;
    }

    /// <summary>What is wrong with what a fake answers to a call.</summary>
    public static IReadOnlyList<string> ProblemsOfAnswer(string method, string answer)
    {
        if (Loaded.Value is not { } spec || spec._document["methods"]![method]?["returns"] is not JsonArray types) return [];
        var problems = new List<string>();

        // Updates are judged where they are made: some are broken on purpose.
        if (method != "getUpdates") spec.JudgeBest(types, JsonNode.Parse(answer)!["result"], "$", problems);
        return problems;
    }

    /// <summary>What is wrong with an update.</summary>
    public static IReadOnlyList<string> ProblemsOfUpdate(JsonNode update)
    {
        var problems = new List<string>();
        Loaded.Value?.Judge("Update", update, "$", problems);
        return problems;
    }

    private static string? Find()
    {
        var shared = Environment.GetEnvironmentVariable("KORKAZBOT_SHARED");
        for (var folder = AppContext.BaseDirectory; shared is null && folder is not null; folder = Path.GetDirectoryName(folder))
            if (System.IO.File.Exists(Path.Combine(folder, "KorKazBot.sln"))) shared = Path.Combine(folder, "..", "shared");

        var file = shared is null ? null : Path.Combine(shared, File);
        return System.IO.File.Exists(file) ? file : null;
    }

    private void JudgeFields(JsonNode known, JsonObject value, string at, List<string> problems)
    {
        var fields = known["fields"]?.AsArray().ToDictionary(field => (string)field!["name"]!, field => field!) ?? [];
        foreach (var (name, field) in fields)
        {
            var given = value[name];
            if (given is not null) JudgeBest(field["types"]!.AsArray(), given, $"{at}.{name}", problems, (string)field["description"]!);
            else if ((bool)field["required"]!) problems.Add($"{at}.{name}: missing");
            else if (value.ContainsKey(name)) problems.Add($"{at}.{name}: null");
        }

        foreach (var (name, _) in value) if (!fields.ContainsKey(name)) problems.Add($"{at}.{name}: unknown");
    }

    private void JudgeBest(JsonArray types, JsonNode? value, string at, List<string> problems, string description = "")
    {
        var best = types.Select(type =>
        {
            var found = new List<string>();
            Judge((string)type!, value, at, found);
            return found;
        }).MinBy(found => found.Count)!;
        problems.AddRange(best);
        if (value?.GetValueKind() == JsonValueKind.String) JudgeLength((string)value!, at, description, problems);
    }

    private void Judge(string type, JsonNode? value, string at, List<string> problems)
    {
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            if (value is not JsonArray items) problems.Add($"{at}: no array");
            else for (var i = 0; i < items.Count; i++) Judge(type["Array of ".Length..], items[i], $"{at}[{i}]", problems);
            return;
        }

        if (_document["types"]![type] is not { } known)
        {
            if (!Is(type, value)) problems.Add($"{at}: no {type}");
        }
        else if (known["subtypes"] is JsonArray { Count: > 0 } kinds) JudgeBest(kinds, value, at, problems);
        else if (value is JsonObject fields) JudgeFields(known, fields, at, problems);
        else problems.Add($"{at}: no {type}");
    }

    // "Text of the message to be sent, 1-4096 characters after entities parsing"; bytes where it says so.
    private static void JudgeLength(string text, string at, string description, List<string> problems)
    {
        if (LengthForm().Match(description) is not { Success: true } told || description.Contains("after entities", StringComparison.Ordinal)) return;
        var length = told.Groups[3].Value == "bytes" ? System.Text.Encoding.UTF8.GetByteCount(text) : text.Length;
        var (least, most) = (int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(told.Groups[2].Value, CultureInfo.InvariantCulture));
        if (length < least || length > most) problems.Add($"{at}: {length} {told.Groups[3].Value}, not {least} to {most}");
    }

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("String", JsonValueKind.String) => true,
        ("Boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("Integer", JsonValueKind.Number) => decimal.IsInteger(JsonSerializer.Deserialize<decimal>(value!)),
        ("Float", JsonValueKind.Number) => true,
        _ => false,
    };

    [GeneratedRegex(@"\b(\d+)-(\d+) (characters|bytes)")]
    private static partial Regex LengthForm();
}
