using System.Text.RegularExpressions;

namespace KorKazBot.Corpus.Import;

/// <summary>The marks by which publishers tell questions from answers.</summary>
internal static partial class Marks
{
    /// <summary><c>Q:</c>, <c>Q1.</c>, <c>В:</c>, <c>Вопрос:</c>, <c>С:</c>, <c>Сұрақ:</c>, <c>문1.</c>, <c>질문:</c>, also bold and numbered.</summary>
    [GeneratedRegex(@"^(?:\d{1,3}\s*[.)]\s*)?(?:\*\*|__)?(?:\d{1,3}\s*[.)]\s*)?(?:Q|Question|В|Вопрос|С|Сұрақ|Сурак|문|질문)(?:\.\d{1,3}(?=\s)|\s*[-.]?\s*\d{0,3}\s*(?:[:：]|[.)](?=\s|\*|_)))\s*(?:\*\*|__)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionMark();

    /// <summary><c>A:</c>, <c>О:</c>, <c>Ответ:</c>, <c>Ж:</c>, <c>Жауап:</c>, <c>답1.</c>, <c>답변:</c>, also bold and numbered.</summary>
    [GeneratedRegex(@"^(?:\d{1,3}\s*[.)]\s*)?(?:\*\*|__)?(?:\d{1,3}\s*[.)]\s*)?(?:A|Answer|О|Ответ|Ж|Жауап|답|답변)(?:\.\d{1,3}(?=\s)|\s*[-.]?\s*\d{0,3}\s*(?:[:：]|[.)](?=\s|\*|_)))\s*(?:\*\*|__)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnswerMark();

    [GeneratedRegex(@"^(?:\*\*|__)?(?<name>\p{L}[^:：!?*_«»""]{0,48}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?(?:\s+|$)")]
    private static partial Regex SpeakerMark();

    [GeneratedRegex(@"^(?:--|[–—―-])\s*(?=\S)")]
    private static partial Regex DashMark();

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^\d{1,3}\s*[.)]\s+(?=\p{L})")]
    private static partial Regex NumberMark();

    /// <summary>The text without a question's mark; null where it has none.</summary>
    public static string? AfterQuestion(string text) => After(QuestionMark(), text);

    /// <summary>The text without an answer's mark; null where it has none.</summary>
    public static string? AfterAnswer(string text) => After(AnswerMark(), text);

    /// <summary>The text without its leading dash; null where it has none.</summary>
    public static string? AfterDash(string text) => After(DashMark(), text);

    /// <summary>The text without its heading signs; null where it has none.</summary>
    public static string? AfterHeading(string text) => After(HeadingMark(), text);

    /// <summary>The text without its number; null where it has none.</summary>
    public static string? AfterNumber(string text) => After(NumberMark(), text);

    /// <summary>A speaker's name and the text after it; null where the text doesn't begin with a name and a colon.</summary>
    public static (string Name, string Words)? Speaker(string text)
    {
        var match = SpeakerMark().Match(text);
        if (!match.Success) return null;
        var name = match.Groups["name"].Value.Trim();
        return name.AsSpan().Count(' ') <= 6 ? (name, AfterMark(match, text)) : null;
    }

    /// <summary>Whether a line begins a paragraph of its own whatever stands before it.</summary>
    public static bool BeginsMarked(string line) =>
        AfterQuestion(line) is not null || AfterAnswer(line) is not null || AfterDash(line) is not null || AfterHeading(line) is not null
        || line.StartsWith("**", StringComparison.Ordinal) || line.StartsWith("__", StringComparison.Ordinal) || Speaker(line) is not null;

    private static string? After(Regex mark, string text)
    {
        var match = mark.Match(text);
        return match.Success && match.Length > 0 ? AfterMark(match, text) : null;
    }

    // "**Q: Why?**" is bold as a whole: both signs belong to the mark.
    private static string AfterMark(Match match, string text)
    {
        var rest = text[match.Length..];
        foreach (var sign in (ReadOnlySpan<string>)["**", "__"])
        {
            var closes = rest.EndsWith(sign, StringComparison.Ordinal) && rest.IndexOf(sign, StringComparison.Ordinal) == rest.Length - sign.Length;
            if (closes && match.Value.Contains(sign, StringComparison.Ordinal)) return rest[..^sign.Length].TrimEnd();
        }

        return rest;
    }
}
