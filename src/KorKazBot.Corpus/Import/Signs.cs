using System.Text.RegularExpressions;

namespace KorKazBot.Corpus.Import;

/// <summary>Transcripts that put a sign before who speaks, as Korean agencies do: "-- 질문", "▲ 답변".</summary>
internal static partial class Signs
{
    [GeneratedRegex(@"^(?<sign>--|[–—―-]|[▲△▶▷►■□◆◇●○◎◈▪▣])\s*(?=\S)")]
    private static partial Regex Mark();

    /// <summary>Sets the parts: the sign that asks most is the interviewer's, every other one the interviewee's.</summary>
    /// <returns>How the questions are marked; null where no sign but a dash does it.</returns>
    public static string? Assign(List<SourceParagraph> paragraphs)
    {
        var signs = paragraphs.Where(paragraph => SignOf(paragraph).Length > 0).GroupBy(SignOf).ToList();
        if (!signs.Exists(group => group.Count() >= 2 && group.Key is not ("-" or "–" or "—" or "―" or "--"))) return null;
        var interviewer = signs.MaxBy(AskedShare)!;
        var least = signs.Count == 1 ? 0.5 : double.Epsilon; // Korean papers print many questions with a full stop
        if (AskedShare(interviewer) < least) return null;

        var part = Part.Unmarked;
        foreach (var paragraph in paragraphs)
        {
            var sign = SignOf(paragraph);
            if (sign.Length > 0) part = sign == interviewer.Key ? Part.Question : Part.Answer;
            else if (part == Part.Question && !Wording.EndsInQuestionMark(paragraph.Text)) part = Part.Answer;
            (paragraph.Text, paragraph.Part) = (WithoutSign(paragraph), part);
            (paragraph.IsMarked, paragraph.BeginsTurn) = (sign.Length > 0, sign.Length > 0);
        }

        return $"the sign {interviewer.Key}";
    }

    private static double AskedShare(IEnumerable<SourceParagraph> paragraphs) =>
        paragraphs.Average(paragraph => Wording.Asks(WithoutSign(paragraph)) ? 1.0 : 0.0);

    private static string SignOf(SourceParagraph paragraph) => Mark().Match(paragraph.Text).Groups["sign"].Value;

    private static string WithoutSign(SourceParagraph paragraph) => Mark().Replace(paragraph.Text, "");
}
