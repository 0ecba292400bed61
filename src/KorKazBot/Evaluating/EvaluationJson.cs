using System.Text.Json;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Json;

namespace KorKazBot.Evaluating;

/// <summary>A run as one JSON object: the groups' figures, and every question that wasn't reacted to rightly.</summary>
internal static class EvaluationJson
{
    /// <summary>The object, on one line.</summary>
    public static string Of(EvaluationRun run, IEnumerable<string> belowFloor) => JsonLine.Of(json =>
    {
        json.WriteStartObject("groups");
        foreach (var group in run.Groups) Write(json, group);
        json.WriteEndObject();

        json.WriteStartArray("notRight");
        foreach (var judged in run.Answers.Where(judged => !judged.IsRight)) Write(json, judged);
        json.WriteEndArray();

        json.WriteStartArray("belowFloor");
        foreach (var broken in belowFloor) json.WriteStringValue(broken);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, EvaluationGroup group)
    {
        json.WriteStartObject(group.Name);
        json.WriteNumber("questions", group.Scores.Questions);
        json.WriteNumber("answerable", group.Scores.Answerable);
        Share("right", group.Right);
        Share("hitAt1", group.Scores.HitAt1);
        Share("hitAt3", group.Scores.HitAt3);
        Share("hitAt5", group.Scores.HitAt5);
        Share("mrr", group.Scores.Mrr);
        Share("answeredRight", group.Scores.AnsweredRight);
        Share("answeredWrong", group.Scores.AnsweredWrong);
        Share("falselyAnswered", group.Scores.FalselyAnswered);
        Share("sentence", group.Scores.SentenceAccuracy);
        Share("auroc", group.Scores.Auroc);
        json.WriteEndObject();

        void Share(string name, double? value)
        {
            if (value is { } share) json.WriteNumber(name, Math.Round(share, 4));
            else json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, JudgedAnswer judged)
    {
        json.WriteStartObject();
        json.WriteString("id", judged.Judgment.Id);
        json.WriteString("kind", judged.Judgment.Kind);
        json.WriteString("question", judged.Judgment.Text);
        json.WriteBoolean("answered", judged.IsAnswered);
        json.WriteString("passage", judged.Answer.Readings is [var first, ..] ? first.Passage.Id : null);
        json.WriteNumber("rank", judged.Rank);
        json.WriteNumber("confidence", Math.Round(judged.Answer.Confidence.Probability, 4));
        json.WriteEndObject();
    }
}
