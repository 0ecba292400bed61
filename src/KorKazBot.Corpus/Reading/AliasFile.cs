using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>Reads <c>aliases.tsv</c>: other ways to ask for the passages of one interview.</summary>
internal static class AliasFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "aliases.tsv";

    private const string Header = "passage\tlanguage\tquestion";

    /// <summary>An alias with the line it stands on.</summary>
    internal readonly record struct Row(PassageAlias Alias, int Line);

    /// <summary>Reads the rows of an interview's file; a bad row is reported and left out.</summary>
    public static List<Row> Read(string text, string interviewId, FileProblems problems)
    {
        var rows = new List<Row>();
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Header)
            problems.Error(1, "The first line is not the header.", "Begin the file with: passage, language, question, with tabs between.");

        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            if (ReadRow(line, interviewId, i + 1, problems) is { } alias) rows.Add(new Row(alias, i + 1));
        }

        return rows;
    }

    private static PassageAlias? ReadRow(string line, string interviewId, int number, FileProblems problems)
    {
        var cells = line.Split('\t');
        if (cells.Length != 3 || cells[2].Trim().Length == 0)
        {
            problems.Error(number, "The row doesn't have three columns.", "Write passage, language and question with one tab between two.");
            return null;
        }

        if (!Languages.TryParse(cells[1], out var language))
        {
            problems.Error(number, $"'{cells[1]}' is no language of ours.", "Use en, ru, kk or ko.");
            return null;
        }

        var id = cells[0].Trim();
        var parts = id.StartsWith(interviewId + ".", StringComparison.Ordinal) ? id[(interviewId.Length + 1)..].Split('.') : [];
        if (parts.Length == 2 && int.TryParse(parts[0], out var turn) && int.TryParse(parts[1], out var paragraph))
            return new PassageAlias(turn, paragraph, language, cells[2].Trim());

        problems.Error(number, $"'{id}' is no passage of this interview.", $"Write it as {interviewId}.TURN.PARAGRAPH, such as {interviewId}.2.1.");
        return null;
    }
}
