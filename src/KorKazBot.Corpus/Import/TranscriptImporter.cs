using System.Text;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Corpus.Import;

/// <summary>Turns a transcript as publishers print it into the corpus format, and tells what a person should look at.</summary>
/// <remarks>
/// No character is lost or changed: all but white space and the marks that are taken off stands in the result, in the same order.
/// Every decision that is not sure is a note in the report.
/// </remarks>
public static class TranscriptImporter
{
    /// <summary>Imports a transcript; any text gives a result, be it one with no turns.</summary>
    /// <param name="text">The transcript.</param>
    /// <param name="options">What is known of it.</param>
    public static ImportResult Import(string text, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);

        var notes = new List<ImportNote>();
        var paragraphs = SourceParagraphs.Split(text);
        var title = TitleOf(paragraphs, options, notes);
        var credits = Remarks.TakeCredits(paragraphs, notes);
        var style = PartFinder.Assign(paragraphs, notes);
        Remarks.SetAside(paragraphs, notes);
        var body = new BodyWriter(notes);
        foreach (var (paragraph, next) in paragraphs.Zip(paragraphs.Skip(1).Append(null))) body.Add(paragraph, next);
        body.End();
        foreach (var credit in credits) body.Add(credit, null);

        var language = options.Language ?? LanguageIdentifier.Identify(text.Length <= 20_000 ? text : text[..20_000], null);
        var dateline = Dateline.Read(paragraphs, notes);
        var front = new FrontMatterWriter();
        front.Add("id", options.Id);
        front.Add("title", options.Title ?? title);
        front.AddSpeaker("interviewee", options.Interviewee, options.Role);
        front.Add("interviewer", options.Interviewer);
        front.Add("publisher", options.Publisher ?? dateline.Agency);
        front.Add("date", (options.Date ?? dateline.Date)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        front.Add("place", options.Place ?? dateline.Place);
        front.Add("language", language.ToCode());
        front.Add("source", options.Source?.AbsoluteUri);

        notes.Sort((a, b) => a.Line.CompareTo(b.Line));
        var report = new ImportReport(style, body.Turns, body.Answers, [.. notes], [.. front.Missing]);
        return new ImportResult(front + body.ToString(), language, report);
    }

    // A short first line that ends no sentence, with text below it, is the title.
    private static string? TitleOf(List<SourceParagraph> paragraphs, ImportOptions options, List<ImportNote> notes)
    {
        if (options.Title is not null || paragraphs.Count < 3) return null;
        var first = paragraphs[0];
        if (first.Text.Length > 150 || IsMarked(first.Text, paragraphs)) return null;
        var bare = Marks.AfterHeading(first.Text) ?? first.Text;
        if (bare[^1] is '.' or ',' or ':' or ';' || Wording.EndsInQuestionMark(bare) || char.IsDigit(bare[0])) return null;
        if (Dateline.IsDay(bare)) return null;
        if (char.IsLower(paragraphs[1].Text[0])) return null; // it goes on there

        notes.Add(PartFinder.Note(ImportNoteKind.Guess, first, "taken as the title"));
        paragraphs.RemoveAt(0);
        return bare;
    }

    // "The mayor: «A bridge for all»" is a title, unless the mayor speaks again below.
    private static bool IsMarked(string text, List<SourceParagraph> paragraphs)
    {
        if (Marks.AfterHeading(text) is not null) return false;
        if (Marks.Speaker(text) is not { } speaker || Marks.AfterQuestion(text) is not null || Marks.AfterAnswer(text) is not null)
            return Marks.BeginsMarked(text) || paragraphs.Skip(1).Any(paragraph => paragraph.Text == text);
        var speaks = paragraphs.Skip(1).Select(paragraph => Marks.Speaker(paragraph.Text)?.Name);
        return speaks.Contains(speaker.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Writes the body: turns, paragraphs and what the interviewer throws in.</summary>
    private sealed class BodyWriter(List<ImportNote> notes)
    {
        private readonly StringBuilder _body = new();
        private readonly List<SourceParagraph> _asked = [];
        private bool _hasAnswer;

        public int Turns { get; private set; }

        public int Answers { get; private set; }

        public void Add(SourceParagraph paragraph, SourceParagraph? next)
        {
            if (paragraph.Text.Length == 0) return;
            var asks = paragraph.Part is Part.Question;
            if (paragraph.Part is Part.Interjection) SetAside(paragraph);
            else if (asks && _hasAnswer && _asked.Count == 0 && next?.Part == Part.Answer && IsReaction(paragraph))
                Throw(paragraph, ImportNoteKind.Interjection, "kept inside the answer");
            else if (asks && next is null && _asked.Count == 0)
                Throw(paragraph, ImportNoteKind.Closing, "the interviewer's last words, kept below the answer");
            else if (asks) _asked.Add(paragraph);
            else Answer(paragraph);
        }

        // A question with no answer below it would be no turn: it is kept as the interviewer's words.
        public void End()
        {
            foreach (var paragraph in _asked) Throw(paragraph, ImportNoteKind.Closing, "no answer follows, so it is kept below the last one");
            _asked.Clear();
        }

        public override string ToString() => _body.ToString();

        private static bool IsReaction(SourceParagraph paragraph) =>
            paragraph.BeginsTurn ? Wording.IsStockReaction(paragraph.Text) : Wording.IsReaction(paragraph.Text);

        private void SetAside(SourceParagraph paragraph)
        {
            if (_asked.Count > 0) Ask();
            Paragraph("> " + paragraph.Text);
        }

        private void Answer(SourceParagraph paragraph)
        {
            if (_asked.Count > 0) Ask();
            if (Turns == 0) notes.Add(PartFinder.Note(ImportNoteKind.ParagraphWithoutQuestion, paragraph, "stands before any question and is taken as the lead"));
            else Answers++;
            _hasAnswer = Turns > 0;
            Paragraph(Escaped(paragraph.Text));
        }

        private void Ask()
        {
            Turns++;
            var text = string.Join(' ', _asked.Select(asked => asked.Text));
            for (var i = 1; i < _asked.Count; i++) notes.Add(PartFinder.Note(ImportNoteKind.JoinedLines, _asked[i], "joined with the question before it"));
            if (!Wording.EndsInQuestionMark(text)) notes.Add(PartFinder.Note(ImportNoteKind.QuestionWithoutMark, _asked[^1], "taken as a question although no question mark ends it"));
            Paragraph("## " + text);
            _asked.Clear();
            _hasAnswer = false;
        }

        private void Throw(SourceParagraph paragraph, ImportNoteKind kind, string what)
        {
            notes.Add(PartFinder.Note(kind, paragraph, what));
            Paragraph("> " + paragraph.Text);
        }

        private void Paragraph(string text) => _body.Append('\n').Append(text).Append('\n');

        // Text that would read as markup in the corpus format gets a backslash, which reading takes off.
        private static string Escaped(string text) =>
            text[0] is '#' or '>' or '\\' || text.StartsWith("---", StringComparison.Ordinal) ? "\\" + text : text;
    }
}
