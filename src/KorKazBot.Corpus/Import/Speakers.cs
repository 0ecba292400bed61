namespace KorKazBot.Corpus.Import;

/// <summary>Transcripts that name the speaker and put a colon: the one who asks most is the interviewer.</summary>
internal static class Speakers
{
    /// <summary>Sets the parts.</summary>
    /// <returns>The two names; null where the transcript doesn't name its speakers.</returns>
    public static string? Assign(List<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        var alone = NamesAlone(paragraphs);
        var names = paragraphs.Select(paragraph => SpeakerOf(paragraph, alone)?.Name)
            .Where(name => name is not null)
            .GroupBy(name => name!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ToList();
        var recurring = names.Where(group => group.Count() >= 2).Select(group => group.Key).ToList();
        if (recurring.Count == 1 && names.Count >= 2) recurring.Add(names.First(group => group.Key != recurring[0]).Key);
        if (recurring.Count < 2) recurring = names.Count == 2 && paragraphs.Count <= 8 ? [.. names.Select(group => group.Key)] : [];
        if (recurring.Count < 2) return null;

        var interviewer = recurring.MaxBy(name => AskedShare(name, paragraphs, alone))!;
        if (AskedShare(interviewer, paragraphs, alone) == 0) return null;
        var part = Part.Unmarked;
        foreach (var paragraph in paragraphs.ToList())
        {
            if (SpeakerOf(paragraph, alone) is { } speaker && recurring.Contains(speaker.Name, StringComparer.OrdinalIgnoreCase))
            {
                part = speaker.Name.Equals(interviewer, StringComparison.OrdinalIgnoreCase) ? Part.Question : Part.Answer;
                (paragraph.Text, paragraph.Part, paragraph.IsMarked) = (speaker.Words, part, true);
                if (paragraph.Text.Length == 0) paragraphs.Remove(paragraph); // the name stands alone, the words follow
            }
            else
            {
                paragraph.Part = part;
            }
        }

        var others = string.Join(", ", recurring.Where(name => !name.Equals(interviewer, StringComparison.OrdinalIgnoreCase)));
        notes.Add(new ImportNote(ImportNoteKind.Guess, 1, $"'{interviewer}' asks most and is taken as the interviewer, '{others}' as the interviewee."));
        return $"{interviewer}; {others}";
    }

    // Two names that take turns may stand on lines of their own, without a colon.
    private static HashSet<string> NamesAlone(List<SourceParagraph> paragraphs)
    {
        var names = paragraphs.Select(paragraph => paragraph.Text)
            .Where(text => text.Length <= 40 && char.IsLetter(text[^1]) && text.AsSpan().Count(' ') <= 3)
            .GroupBy(text => text)
            .Where(group => group.Count() >= 2)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 2 ? names : [];
    }

    private static (string Name, string Words)? SpeakerOf(SourceParagraph paragraph, HashSet<string> alone) =>
        alone.Contains(paragraph.Text) ? (paragraph.Text, "") : Marks.Speaker(paragraph.Text);

    private static double AskedShare(string name, List<SourceParagraph> paragraphs, HashSet<string> alone)
    {
        int asked = 0, all = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (SpeakerOf(paragraphs[i], alone) is not { } speaker || !speaker.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var words = speaker.Words.Length > 0 || i + 1 == paragraphs.Count ? speaker.Words : paragraphs[i + 1].Text;
            all++;
            if (words.Length > 0 && Wording.Asks(words)) asked++;
        }

        return all == 0 ? 0 : (double)asked / all;
    }
}
