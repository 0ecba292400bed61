namespace KorKazBot.Corpus.Import;

/// <summary>Tells questions from answers by the marks that a transcript uses, and by its words where it uses none.</summary>
internal static class PartFinder
{
    /// <summary>Sets each paragraph's part and takes its mark off.</summary>
    /// <returns>How the transcript marks its questions, for the report.</returns>
    public static string Assign(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        if (Labels(paragraphs)) return "labels such as 'Q:' and 'A:'";
        if (Speakers.Assign(paragraphs, notes) is { } names) return $"speakers' names ({names})";
        if (Headings.Assign(paragraphs, notes) is { } headings) return headings;
        if (Signs.Assign(paragraphs) is { } signs) return signs;
        if (Dashes(paragraphs, notes)) return "leading dashes";
        Unmarked(paragraphs, notes);
        return "their wording only";
    }

    private static bool Labels(List<SourceParagraph> paragraphs)
    {
        var questions = paragraphs.Count(paragraph => Marks.AfterQuestion(paragraph.Text) is not null);
        var answers = paragraphs.Count(paragraph => Marks.AfterAnswer(paragraph.Text) is not null);
        if (questions == 0 || answers == 0) return false;

        var part = Part.Unmarked;
        foreach (var paragraph in paragraphs)
        {
            if (Marks.AfterQuestion(paragraph.Text) is { } asked) Mark(paragraph, asked, part = Part.Question);
            else if (Marks.AfterAnswer(paragraph.Text) is { } answered) Mark(paragraph, answered, part = Part.Answer);
            else paragraph.Part = part;
        }

        return true;
    }

    private static bool Dashes(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        var dashed = paragraphs.Where(paragraph => Marks.AfterDash(paragraph.Text) is not null).ToList();
        if (dashed.Count < 2 || !dashed.Exists(paragraph => Wording.Asks(paragraph.Text))) return false;

        var part = Part.Unmarked;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (Marks.AfterDash(paragraph.Text) is not { } text)
            {
                paragraph.Part = part == Part.Question && !Wording.EndsInQuestionMark(paragraph.Text) ? Part.Answer : part;
                if (part == Part.Question && paragraph.Part == Part.Answer) part = Part.Answer;
                continue;
            }

            var asks = AsksOrThanks(text);
            var isInterviewer = asks || part == Part.Unmarked || IsStatementOfInterviewer(paragraphs, i, text);
            part = part != Part.Question && isInterviewer ? Part.Question : Part.Answer;
            if (part == Part.Answer && asks) notes.Add(Note(ImportNoteKind.Guess, paragraph, "taken as an answer, because a question stands before it"));
            Mark(paragraph, text, part);
        }

        return true;
    }

    private static bool AsksOrThanks(string text) => Wording.Asks(text) || Wording.IsThanks(text);

    // "You have been here for a year." is the interviewer's where an answer and not the next question follows.
    private static bool IsStatementOfInterviewer(List<SourceParagraph> paragraphs, int at, string text)
    {
        if (!Wording.IsReaction(text) && !Wording.SpeaksToInterviewee(text)) return false;
        var next = paragraphs.Skip(at + 1).Select(paragraph => Marks.AfterDash(paragraph.Text)).FirstOrDefault(dashed => dashed is not null);
        return next is not null && !AsksOrThanks(next);
    }

    private static void Unmarked(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        JoinBrokenQuestions(paragraphs, notes);
        var part = Part.Unmarked;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            var bare = Marks.AfterNumber(paragraph.Text);
            var closes = i > 0 && i == paragraphs.Count - 1 && Wording.IsThanks(paragraph.Text);
            var asks = Wording.Asks(bare ?? paragraph.Text) && !IsHeadline(paragraphs, i) && !IsAskedInAnswer(paragraphs, i);
            if (asks || closes) Mark(paragraph, bare ?? paragraph.Text, Part.Question);
            else paragraph.Part = part;
            if (paragraph.Part == Part.Question) part = Part.Answer;
        }

        JoinStatements(paragraphs, notes);
    }

    private static bool IsAskedInAnswer(List<SourceParagraph> paragraphs, int at) =>
        at > 0 && paragraphs[at - 1].Part == Part.Answer
        && !Wording.IsRequest(paragraphs[at].Text) && Wording.AsksOneself(paragraphs[at].Text);

    // A first line that asks is the headline where a lead or the first question follows, and else the first question.
    private static bool IsHeadline(List<SourceParagraph> paragraphs, int at) =>
        at == 0 && (paragraphs.Count == 1 || Wording.Asks(paragraphs[1].Text) || Wording.TellsOfInterview(paragraphs[1].Text));

    // "How many companies work here and" / "what are they working on?" is one question.
    private static void JoinBrokenQuestions(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            var (text, next) = (paragraphs[i].Text, paragraphs[i + 1].Text);
            var isOpen = text.Length < 300 && (char.IsLetter(text[^1]) || text[^1] is ',' or '-' or '–') && !Wording.IsRequest(text);
            if (!isOpen || !Wording.EndsInQuestionMark(next) || !(char.IsLower(next[0]) || (i > 0 && next[0] is >= '가' and <= '힣'))) continue;
            paragraphs[i].Text = text + " " + next;
            notes.Add(Note(ImportNoteKind.JoinedLines, paragraphs[i + 1], "joined with the line before into one question"));
            paragraphs.RemoveAt(i + 1);
        }
    }

    // "You have been here for a year." before "What have you seen?" belongs to the question.
    private static void JoinStatements(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        for (var i = 1; i + 1 < paragraphs.Count; i++)
        {
            if (paragraphs[i].Part == Part.Question || paragraphs[i + 1].Part != Part.Question || paragraphs[i - 1].Part == Part.Question) continue;
            if (!Wording.SpeaksToInterviewee(paragraphs[i].Text)) continue;
            notes.Add(Note(ImportNoteKind.Guess, paragraphs[i], "taken as the beginning of the question below it"));
            paragraphs[i].Part = Part.Question;
        }
    }

    private static void Mark(SourceParagraph paragraph, string text, Part part) =>
        (paragraph.Text, paragraph.Part, paragraph.IsMarked) = (text, part, true);

    /// <summary>A note on a paragraph with its first words.</summary>
    public static ImportNote Note(ImportNoteKind kind, SourceParagraph paragraph, string what) =>
        new(kind, paragraph.Line, $"'{(paragraph.Text.Length <= 50 ? paragraph.Text : paragraph.Text[..50] + "…")}': {what}.");
}
