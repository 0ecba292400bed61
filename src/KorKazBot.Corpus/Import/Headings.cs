namespace KorKazBot.Corpus.Import;

/// <summary>Transcripts that print the questions in bold type, as headings or in italics.</summary>
internal static class Headings
{
    private static readonly string[] Bold = ["**", "__"];
    private static readonly string[] Italics = ["*", "_"];

    /// <summary>Sets the parts.</summary>
    /// <returns>How the questions are marked; null where they aren't.</returns>
    public static string? Assign(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        Join(paragraphs, notes);
        Split(paragraphs, notes);
        if (Assign(paragraphs, Bold)) return "bold type or headings";
        var inItalics = paragraphs.Count(paragraph => Unwrapped(paragraph.Text, Italics) is var (_, bare) && Wording.Asks(bare));
        return inItalics >= 2 && Assign(paragraphs, Italics) ? "italics" : null;
    }

    private static bool Assign(List<SourceParagraph> paragraphs, string[] signs)
    {
        var asking = paragraphs
            .Select(paragraph => Unwrapped(paragraph.Text, signs))
            .Where(wrapped => wrapped is var (_, bare) && Wording.Asks(bare))
            .Select(wrapped => wrapped!.Value.Sign)
            .ToHashSet();
        if (asking.Count == 0) return false;

        var part = Part.Unmarked;
        foreach (var paragraph in paragraphs)
        {
            if (Unwrapped(paragraph.Text, signs) is var (sign, bare) && (asking.Contains(sign) || signs == Bold))
            {
                // A first line in bold that asks nothing is the title; below, one that looks other than the questions heads a section.
                var asks = Wording.Asks(bare);
                (paragraph.Text, paragraph.IsMarked, paragraph.BeginsTurn) = (bare, true, true);
                if (asks || (asking.Contains(sign) && part != Part.Unmarked)) paragraph.Part = part = Part.Question;
                else if (part != Part.Unmarked) paragraph.Part = Part.Interjection;
                else (paragraph.IsMarked, paragraph.BeginsTurn) = (false, false);
            }
            else if (part != Part.Unmarked && Unwrapped(paragraph.Text, Bold) is var (_, section))
            {
                (paragraph.Text, paragraph.Part, paragraph.IsMarked) = (section, Part.Interjection, true);
            }
            else
            {
                paragraph.Part = part = part == Part.Question ? Part.Answer : part;
            }
        }

        TakeDashesOff(paragraphs);
        return true;
    }

    // "**– Why?**" and "– Because." carry both marks.
    private static void TakeDashesOff(List<SourceParagraph> paragraphs)
    {
        SourceParagraph[] starts =
            [.. paragraphs.Where((paragraph, i) => paragraph.Part == Part.Question || (i > 0 && paragraphs[i - 1].Part == Part.Question))];
        if (!starts.All(paragraph => Marks.AfterDash(paragraph.Text) is not null)) return;
        foreach (var paragraph in starts) paragraph.Text = Marks.AfterDash(paragraph.Text)!;
    }

    // A bold question broken over two lines begins with the sign on one and ends with it on the next.
    private static void Join(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            foreach (var sign in Bold)
            {
                var (text, next) = (paragraphs[i].Text, paragraphs[i + 1].Text);
                if (!text.StartsWith(sign, StringComparison.Ordinal) || text.IndexOf(sign, 2, StringComparison.Ordinal) >= 0) continue;
                if (!next.EndsWith(sign, StringComparison.Ordinal) || next.IndexOf(sign, StringComparison.Ordinal) != next.Length - 2) continue;
                notes.Add(PartFinder.Note(ImportNoteKind.JoinedLines, paragraphs[i + 1], "joined with the line before"));
                paragraphs[i].Text = text + " " + next;
                paragraphs.RemoveAt(i + 1);
                break;
            }
        }
    }

    // "**Why?** Because." is a question with its answer on the same line.
    private static void Split(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = paragraphs[i].Text;
            foreach (var sign in Bold)
            {
                var end = text.StartsWith(sign, StringComparison.Ordinal) ? text.IndexOf(sign, 2, StringComparison.Ordinal) : -1;
                if (end < 0 || end + 2 >= text.Length || text[end + 2] != ' ' || !Wording.Asks(text[2..end])) continue;
                notes.Add(PartFinder.Note(ImportNoteKind.Guess, paragraphs[i], "the bold words are taken as the question, the others as its answer"));
                paragraphs.Insert(i + 1, new SourceParagraph(text[(end + 3)..], paragraphs[i].Line));
                paragraphs[i].Text = text[..(end + 2)];
                break;
            }
        }
    }

    private static (string Sign, string Bare)? Unwrapped(string text, string[] signs)
    {
        if (Marks.AfterHeading(text) is { } heading)
            return (text[..text.IndexOf(' ', StringComparison.Ordinal)], Unwrapped(heading, signs)?.Bare ?? heading);
        foreach (var sign in signs)
        {
            if (text.Length <= 2 * sign.Length || !text.StartsWith(sign, StringComparison.Ordinal)) continue;
            var closing = text.IndexOf(sign, sign.Length, StringComparison.Ordinal);
            if (closing == text.Length - sign.Length) return (sign, text[sign.Length..closing].Trim());
        }

        return null;
    }
}
