using KorKazBot.Engine.Corpus;
using KorKazBot.Json;

namespace KorKazBot.Checking;

/// <summary>A check as one JSON object.</summary>
internal static class CheckJson
{
    /// <summary>The object, on one line.</summary>
    public static string Of(CorpusCheck check) => JsonLine.Of(json =>
    {
        json.WriteBoolean("ok", check.Errors == 0);
        json.WriteNumber("errors", check.Errors);
        json.WriteNumber("warnings", check.Warnings);
        json.WriteNumber("interviews", check.Interviews);
        json.WriteNumber("passages", check.Passages);
        json.WriteNumber("golden", check.Golden);
        json.WriteStartArray("problems");
        foreach (var problem in check.Problems)
        {
            json.WriteStartObject();
            json.WriteString("severity", problem.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("file", problem.File);
            json.WriteNumber("line", problem.Line);
            json.WriteString("reason", problem.Reason);
            json.WriteString("remedy", problem.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
