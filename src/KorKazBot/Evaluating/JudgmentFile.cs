using System.Collections.Immutable;
using System.Text.Json;
using KorKazBot.Cli;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;

namespace KorKazBot.Evaluating;

/// <summary>A judged question with the 1-based line that it stands in.</summary>
internal sealed record JudgmentLine(int Line, Judgment Judgment);

/// <summary>Reads judged questions: one JSON object a line, as <c>eval --help</c> describes it.</summary>
internal static class JudgmentFile
{
    private const string Remedy = "Write {\"question\": \"…\", \"gold\": [\"text of the right passage\"]}; without gold it must stay unanswered.";

    /// <summary>Reads a file; empty lines are skipped.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the file is called where something is wrong with it; null: its path.</param>
    /// <exception cref="UserError">The file is missing.</exception>
    /// <exception cref="CorpusException">A line can't be read, or there is none.</exception>
    public static IReadOnlyList<JudgmentLine> Read(string path, string? name = null)
    {
        if (!File.Exists(path)) throw new UserError(ExitCode.BadInput, $"There is no file {path}. Name a file of questions.");

        var judgments = new List<JudgmentLine>();
        var number = 0;
        using var lines = new StreamReader(new MemoryStream(PassageFile.Bytes(path)));
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            judgments.Add(new JudgmentLine(number, Parse(line, name ?? path, number)));
        }

        return judgments.Count > 0 ? judgments : throw Wrong(name ?? path, 0, "There is no question in it.");
    }

    private static Judgment Parse(string line, string file, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var fields = document.RootElement;
            var gold = Texts(fields, "gold").Concat(Texts(fields, "passage")).Concat(Texts(fields, "passages")).ToImmutableArray();
            Language? language = Languages.TryParse(Text(fields, "language") ?? Text(fields, "lang"), out var known) ? known : null;
            return new Judgment(
                Text(fields, "id") ?? $"line {number}",
                language,
                Text(fields, "kind") ?? (gold.IsEmpty ? Judgment.OutOfScope : "answerable"),
                Text(fields, "question") ?? throw new FormatException("There is no \"question\"."),
                Text(fields, "previous"),
                gold);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            var reason = exception is FormatException ? exception.Message : "The line is no such JSON object.";
            throw Wrong(file, number, reason);
        }
    }

    private static CorpusException Wrong(string file, int line, string reason) => new([new CorpusProblem(Severity.Error, file, line, reason, Remedy)]);

    private static string? Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    // One text or several.
    private static IEnumerable<string> Texts(JsonElement fields, string name)
    {
        if (!fields.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];
    }
}
