using System.Globalization;
using KorKazBot.Engine.Evaluation;

namespace KorKazBot.Evaluating;

/// <summary>A run as a table for people.</summary>
internal static class EvaluationTable
{
    private static readonly string[] Heads =
        ["questions", "right", "hit@1", "hit@5", "mrr", "wrong", "false", "sentence", "auroc"];

    /// <summary>Writes a row for each group; a share of nothing is a dash.</summary>
    public static void Write(EvaluationRun run, TextWriter output)
    {
        var names = run.Groups.Max(group => group.Name.Length);
        output.WriteLine($"{"".PadRight(names)}  {string.Join("  ", Heads)}");
        foreach (var group in run.Groups)
        {
            var cells = Cells(group).Select((cell, column) => cell.PadLeft(Heads[column].Length));
            output.WriteLine($"{group.Name.PadRight(names)}  {string.Join("  ", cells)}");
        }

        output.WriteLine();
        output.WriteLine("right: answered with the right passage, or rightly not answered; wrong: answered with another passage; false: answered");
        output.WriteLine("though out of scope; sentence: of those answered right, the best sentence is right too; hit@n, mrr: ranking alone.");
    }

    private static IEnumerable<string> Cells(EvaluationGroup group)
    {
        Scores scores = group.Scores;
        double?[] shares =
        [
            group.Right, scores.HitAt1, scores.HitAt5, scores.Mrr, scores.AnsweredWrong, scores.FalselyAnswered, scores.SentenceAccuracy, scores.Auroc,
        ];
        return [scores.Questions.ToString(CultureInfo.InvariantCulture), .. shares.Select(share => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-")];
    }
}
