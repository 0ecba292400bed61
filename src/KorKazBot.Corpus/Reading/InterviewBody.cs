using System.Collections.Immutable;
using System.Text;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>Reads the text below the front matter: a lead, then questions as headings with their answers' paragraphs.</summary>
internal static class InterviewBody
{
    /// <summary>The longest passage that is still comfortable in one message.</summary>
    public const int ComfortableCharacters = 3000;

    /// <summary>Reads the turns.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="first">Index of the first line of the body.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ImmutableArray<InterviewTurn> Read(IReadOnlyList<string> lines, int first, FileProblems problems)
    {
        var turns = ImmutableArray.CreateBuilder<InterviewTurn>();
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var paragraph = new StringBuilder();
        var (asked, askedLine) = ("", first + 1);
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.StartsWith("## ", StringComparison.Ordinal) || line == "##")
            {
                EndParagraph();
                EndTurn();
                (asked, askedLine) = (line[2..].Trim(), i + 1);
                if (asked.Length == 0) problems.Error(i + 1, "The question is empty.", "Write the interviewer's question after '## '.");
            }
            else if (line.Length == 0 || line.StartsWith("> ", StringComparison.Ordinal) || line == ">")
            {
                EndParagraph(); // what the interviewer throws in is kept in the file and quoted by nobody
            }
            else
            {
                if (IsOtherMarkup(line)) problems.Warning(i + 1, $"The line begins like markup: '{Start(line)}'.", "Put a backslash before it if it is text, or '## ' if it is a question.");
                if (paragraph.Length > 0) paragraph.Append(' ');
                paragraph.Append(Unescape(line.TrimStart()));
            }
        }

        EndParagraph();
        EndTurn();
        return turns.ToImmutable();

        void EndParagraph()
        {
            if (paragraph.Length == 0) return;
            paragraphs.Add(paragraph.ToString());
            paragraph.Clear();
        }

        void EndTurn()
        {
            var number = asked.Length == 0 ? 0 : turns.Count == 0 || turns[0].Number != 0 ? turns.Count + 1 : turns.Count;
            if (asked.Length > 0 && paragraphs.Count == 0)
                problems.Error(askedLine, $"The question '{Start(asked)}' has no answer.", "Add the answer below it, or join it with the next question.");
            if (asked.Length > 0 || paragraphs.Count > 0) turns.Add(new InterviewTurn(number, asked, paragraphs.ToImmutable(), askedLine));
            paragraphs.Clear();
        }
    }

    private static bool IsOtherMarkup(string line) => line[0] == '#' || line.StartsWith("---", StringComparison.Ordinal);

    private static string Unescape(string line) =>
        line.Length > 1 && line[0] == '\\' && line[1] is '#' or '>' or '-' or '\\' ? line[1..] : line;

    private static string Start(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
