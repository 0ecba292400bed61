using System.Text;

namespace KorKazBot.Corpus.Import;

/// <summary>What a paragraph of a transcript is.</summary>
internal enum Part
{
    /// <summary>Not told by any mark.</summary>
    Unmarked,

    /// <summary>The interviewer asks.</summary>
    Question,

    /// <summary>The interviewee answers.</summary>
    Answer,

    /// <summary>The interviewer throws something in, or closes.</summary>
    Interjection,
}

/// <summary>A paragraph of a transcript.</summary>
/// <param name="text">Its words, white space folded, without its mark once that is known.</param>
/// <param name="line">1-based line of the source on which it begins.</param>
internal sealed class SourceParagraph(string text, int line)
{
    public string Text { get; set; } = text;

    public int Line { get; } = line;

    public Part Part { get; set; }

    /// <summary>Whether it carries a mark of its own, so that it never continues the paragraph before.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Whether its mark says that it begins a turn, however short it is.</summary>
    public bool BeginsTurn { get; set; }
}

/// <summary>Cuts a transcript into paragraphs.</summary>
internal static class SourceParagraphs
{
    // A transcript is hard-wrapped where its lines are about as long as a page is wide.
    private const int LeastWrappedLine = 45;
    private const int MostWrappedLine = 110;

    /// <summary>The paragraphs in order; none is empty.</summary>
    public static List<SourceParagraph> Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(FoldWhiteSpace).ToArray();
        var wrapped = IsHardWrapped(lines);
        var paragraphs = new List<SourceParagraph>();
        var isOpen = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) isOpen = false;
            else if (isOpen && wrapped && !Marks.BeginsMarked(lines[i])) paragraphs[^1].Text += " " + lines[i];
            else paragraphs.Add(new SourceParagraph(lines[i], i + 1));
            if (lines[i].Length > 0) isOpen = true;
        }

        return paragraphs;
    }

    private static bool IsHardWrapped(string[] lines)
    {
        int inside = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0) continue;
            inside++;
            if (lines[i].Length is >= LeastWrappedLine and <= MostWrappedLine && !EndsSentence(lines[i])) broken++;
        }

        return inside >= 3 && 2 * broken > inside && lines.Any(line => line.Length == 0);
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or '…' or '»' or '”' or '"' or ':' or '*';

    private static string FoldWhiteSpace(string line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var character in line.AsSpan().Trim())
        {
            if (character == '\uFEFF') continue;
            if (!char.IsWhiteSpace(character)) folded.Append(character);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
