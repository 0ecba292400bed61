using System.Text.Json;

namespace KorKazBot.Tests.Builders;

/// <summary>The golden questions of the published corpus, by number, so that a test's name tells which one failed.</summary>
internal static class Golden
{
    private static readonly Dictionary<string, (string Question, string[] Gold)> Items =
        File.ReadLines(Path.Combine(Repository.Corpus, "golden.jsonl")).Where(line => line.Length > 0).Select(Parse).ToDictionary();

    /// <summary>Questions that the interview answers.</summary>
    public static TheoryData<string> Answered => [.. AnsweredIds];

    public static IEnumerable<string> AnsweredIds => Items.Where(item => item.Value.Gold.Length > 0).Select(item => item.Key);

    /// <summary>Every question, those too that nothing answers.</summary>
    public static IEnumerable<string> All => Items.Values.Select(item => item.Question);

    public static string Question(string id) => Items[id].Question;

    public static string[] Gold(string id) => Items[id].Gold;

    private static (string Id, (string Question, string[] Gold) Item) Parse(string line)
    {
        using var parsed = JsonDocument.Parse(line);
        var item = parsed.RootElement;
        string[] gold = [.. item.GetProperty("gold").EnumerateArray().Select(text => text.GetString()!)];
        return (item.GetProperty("id").GetString()!, (item.GetProperty("question").GetString()!, gold));
    }
}
