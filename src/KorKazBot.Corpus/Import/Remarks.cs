using System.Text.RegularExpressions;

namespace KorKazBot.Corpus.Import;

/// <summary>Tells what nobody should quote as an answer: "(laughs)", the last thanks, who held the interview.</summary>
internal static partial class Remarks
{
    [GeneratedRegex(@"^(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])[.!]?$")]
    private static partial Regex StageDirection();

    [GeneratedRegex(
        @"^(?:Interviewed by|Interview by|The interview was|By \p{Lu}|Беседовал|Беседу в[её]л|Интервью (?:вз|пров|в[её]л|подгот)|Подготовил|Записал"
        + @"|Сұхбаттасқан|Сұхбат жүргіз|Әңгімелескен|Дайындаған|인터뷰 진행|정리\s*[=:])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    /// <summary>Takes the credits off the end, so that they are no part of the last answer.</summary>
    public static List<SourceParagraph> TakeCredits(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        var first = paragraphs.Count;
        while (first > 1 && IsCredit(paragraphs[first - 1].Text)) first--;
        var credits = paragraphs[first..];
        paragraphs.RemoveRange(first, credits.Count);
        foreach (var credit in credits)
        {
            notes.Add(PartFinder.Note(ImportNoteKind.Closing, credit, "taken as a credit, kept below the last answer"));
            credit.Part = Part.Interjection;
        }

        return credits;
    }

    /// <summary>Sets stage directions and the interviewer's last thanks aside, once questions and answers are told apart.</summary>
    public static void SetAside(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        for (var i = 1; i < paragraphs.Count; i++)
        {
            var stands = paragraphs[i - 1].Part == Part.Answer || (i + 1 < paragraphs.Count && paragraphs[i + 1].Part == Part.Answer);
            if (paragraphs[i].Part != Part.Answer || !stands || !StageDirection().IsMatch(paragraphs[i].Text)) continue;
            notes.Add(PartFinder.Note(ImportNoteKind.Interjection, paragraphs[i], "taken as a stage direction, kept inside the answer"));
            paragraphs[i].Part = Part.Interjection;
        }

        var last = paragraphs.FindLastIndex(paragraph => paragraph.Part == Part.Question);
        if (last > 0 && IsAfterAnswer(paragraphs, last) && IsFarewell(paragraphs[last].Text)) Close(paragraphs[last], notes);
        for (var i = paragraphs.Count - 1; i > 0 && IsAfterAnswer(paragraphs, i); i--)
        {
            if (paragraphs[i].Part == Part.Answer && !Wording.IsCourtesy(paragraphs[i].Text)) break;
            if (paragraphs[i].Part == Part.Answer) Close(paragraphs[i], notes);
        }
    }

    // What is set aside never leaves a question without an answer.
    private static bool IsAfterAnswer(List<SourceParagraph> paragraphs, int at)
    {
        var before = paragraphs.FindLastIndex(at - 1, paragraph => paragraph.Part != Part.Interjection);
        return before >= 0 && paragraphs[before].Part == Part.Answer;
    }

    private static void Close(SourceParagraph paragraph, List<ImportNote> notes)
    {
        notes.Add(PartFinder.Note(ImportNoteKind.Closing, paragraph, "taken as parting words, kept below the last answer"));
        paragraph.Part = Part.Interjection;
    }

    private static bool IsFarewell(string text) => Wording.IsThanks(text) && !Wording.EndsInQuestionMark(text);

    private static bool IsCredit(string text) => text.Length <= 80 && !Wording.EndsInQuestionMark(text) && Credit().IsMatch(text);
}
