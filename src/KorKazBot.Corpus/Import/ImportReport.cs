using System.Collections.Immutable;
using System.Text;
using KorKazBot.Engine;

namespace KorKazBot.Corpus.Import;

/// <summary>What import made of a transcript.</summary>
/// <param name="Markdown">The interview in the corpus format.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Report">What a person should look at.</param>
public sealed record ImportResult(string Markdown, Language Language, ImportReport Report);

/// <summary>Why import points at a line.</summary>
public enum ImportNoteKind
{
    /// <summary>Decided by a rule of thumb.</summary>
    Guess,

    /// <summary>A question that doesn't end in a question mark.</summary>
    QuestionWithoutMark,

    /// <summary>Lines joined into one question or paragraph.</summary>
    JoinedLines,

    /// <summary>A paragraph before any question: taken as the lead.</summary>
    ParagraphWithoutQuestion,

    /// <summary>The interviewer's words inside an answer.</summary>
    Interjection,

    /// <summary>The interviewer's last words.</summary>
    Closing,
}

/// <summary>Something to look at.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Line">1-based line of the source.</param>
/// <param name="Message">What was decided, with the words in question.</param>
public sealed record ImportNote(ImportNoteKind Kind, int Line, string Message);

/// <summary>What a person should look at after an import.</summary>
/// <param name="Style">How the transcript marks its questions.</param>
/// <param name="Turns">Number of questions.</param>
/// <param name="Paragraphs">Number of answer paragraphs.</param>
/// <param name="Notes">What was decided, by line.</param>
/// <param name="Missing">Keys of the front matter that nothing tells.</param>
public sealed record ImportReport(
    string Style, int Turns, int Paragraphs, ImmutableArray<ImportNote> Notes, ImmutableArray<string> Missing)
{
    /// <summary>The report as lines of plain text.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append("Questions are marked by ").Append(Style).Append(".\n");
        text.Append(Turns).Append(" turns, ").Append(Paragraphs).Append(" answer paragraphs.\n");
        foreach (var note in Notes) text.Append("line ").Append(note.Line).Append(": ").Append(note.Message).Append('\n');
        if (Missing.Length > 0) text.Append("Unknown, please add: ").AppendJoin(", ", Missing).Append(".\n");
        if (Turns == 0) text.Append("No question was found: mark each question with 'Q:' and each answer with 'A:', and import again.\n");
        return text.ToString();
    }
}
