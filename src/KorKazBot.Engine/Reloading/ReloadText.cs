using System.Globalization;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Reloading;

/// <summary>Words differences between corpora. Long lists are cut: a chat message holds 2,000 characters on the narrowest platform.</summary>
internal static class ReloadText
{
    private const int MostLines = 4;
    private const int MostLine = 110;
    private const int MostId = 50;
    private const int MostQuestion = 50;
    private const int MostErrors = 6;
    private const int MostError = 240;
    private const int MostWarnings = 2;
    private const string GoldenFile = "golden.jsonl";

    /// <summary>What publishing would change, what it makes of the golden questions, and what is worth a look.</summary>
    public static string Of(ReloadPreview preview, Texts texts)
    {
        var warnings = Of(preview.Warnings, Severity.Warning, texts);
        IEnumerable<string> lines = [Of(preview.Difference, texts), Of(preview.Golden, texts)];
        return string.Join('\n', warnings.Length > 0 ? [.. lines, texts.WorthALook, warnings] : lines);
    }

    /// <summary>The golden questions that are wrong, then those with another answer.</summary>
    public static string Of(GoldenComparison golden, Texts texts)
    {
        var counts = golden.Asked > 0 ? texts.GoldenCounts(golden.RightBefore, golden.RightNow, golden.Asked) : texts.GoldenNone;
        var moved = golden.Moved.OrderBy(answer => answer.IsRight).Select(answer => Of(answer, texts));
        return string.Join('\n', Most(moved, MostLines, MostLine, texts).Prepend(counts));
    }

    /// <summary>What differs between two corpora.</summary>
    public static string Of(CorpusDifference difference, Texts texts)
    {
        var (interviews, passages) = (difference.InInterviews, difference.InPassages);
        string[] whole = [.. interviews.Added.Concat(interviews.Removed).Select(id => $"{id}.")];
        bool IsTold(string passage) => whole.Any(id => passage.StartsWith(id, StringComparison.Ordinal));
        IEnumerable<string> lines =
        [
            $"{difference.OldId} → {difference.NewId}",
            texts.InterviewsChange(interviews.Added.Length, interviews.Removed.Length, interviews.Changed.Length, difference.Interviews),
            .. Most(Marked(interviews, _ => false), MostLines, MostId, texts),
            texts.PassagesChange(passages.Added.Length, passages.Removed.Length, passages.Changed.Length, difference.Passages),
            .. Most(Marked(passages, IsTold), MostLines, MostId, texts),
        ];
        return string.Join('\n', difference.IsThesaurusChanged ? lines.Append(texts.ThesaurusChange) : lines);
    }

    /// <summary>What is wrong in files, by file and line.</summary>
    public static string Of(IEnumerable<CorpusProblem> problems, Severity severity, Texts texts)
    {
        var lines = problems.Where(problem => problem.Severity == severity).Select(problem => problem.ToString());
        return string.Join('\n', severity == Severity.Error ? Most(lines, MostErrors, MostError, texts) : Most(lines, MostWarnings, MostLine, texts));
    }

    // The same passage may be right no more: its text is another.
    private static string Of(GoldenAnswer answer, Texts texts)
    {
        var (before, now) = (answer.Before ?? texts.NoAnswer, answer.Now ?? texts.NoAnswer);
        var where = string.Create(CultureInfo.InvariantCulture, $"{GoldenFile}:{answer.Line}");
        return $"{(answer.IsRight ? "✓" : "✗")} {where}: {Labels.Shorten(answer.Question, MostQuestion)}: {(before == now ? now : $"{before} → {now}")}";
    }

    private static IEnumerable<string> Marked(Changes changes, Func<string, bool> isTold) =>
        changes.Added.Where(id => !isTold(id)).Select(id => $"+ {id}")
            .Concat(changes.Removed.Where(id => !isTold(id)).Select(id => $"− {id}"))
            .Concat(changes.Changed.Select(id => $"~ {id}"));

    private static IEnumerable<string> Most(IEnumerable<string> lines, int most, int longest, Texts texts)
    {
        string[] all = [.. lines];
        var shown = all.Take(most).Select(line => Labels.Shorten(line, longest));
        return all.Length > most ? shown.Append(texts.AndMore(all.Length - most)) : shown;
    }
}
