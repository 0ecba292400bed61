using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Benchmarks;

/// <summary>A public set of passages and questions: <c>passages.jsonl.gz</c> and <c>questions.jsonl.gz</c> in a folder.</summary>
/// <param name="Passages">The passages, each an interview of its own.</param>
/// <param name="Questions">The questions with the ids of their right passages.</param>
internal sealed record PublicSet(ImmutableArray<Passage> Passages, ImmutableArray<(string Text, ImmutableArray<string> Gold)> Questions)
{
    /// <summary>The folder with the sets: <c>KORKAZBOT_BENCHMARKS</c>, else <c>../shared/benchmarks</c>; null where there is none.</summary>
    public static string? Folder()
    {
        var folder = Environment.GetEnvironmentVariable("KORKAZBOT_BENCHMARKS") ?? Path.Combine("..", "shared", "benchmarks");
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>Reads an English set.</summary>
    public static PublicSet Read(string folder)
    {
        var passages = Lines(Path.Combine(folder, "passages.jsonl.gz")).Select(PassageOf).ToImmutableArray();
        var questions = Lines(Path.Combine(folder, "questions.jsonl.gz"))
            .Select(line => (line.GetProperty("question").GetString()!, GoldOf(line)))
            .ToImmutableArray();
        return new PublicSet(passages, questions);
    }

    /// <summary>A passage as <c>passages.jsonl</c> would give it.</summary>
    public static Passage Of(string id, string text, Language language) => new()
    {
        Id = id,
        Turn = 0,
        Asked = "",
        Text = text,
        Language = language,
        Source = new PassageSource(id, "", null, null, null, null),
    };

    private static Passage PassageOf(JsonElement line) =>
        Of(line.GetProperty("id").GetString()!, line.GetProperty("text").GetString()!, Language.English);

    private static ImmutableArray<string> GoldOf(JsonElement line)
    {
        var gold = line.GetProperty("gold");
        return gold.ValueKind == JsonValueKind.Array ? [.. gold.EnumerateArray().Select(id => id.GetString()!)] : [gold.GetString()!];
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
