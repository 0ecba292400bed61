using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Concepts;

/// <summary>Reads <c>concepts.tsv</c>: a concept a line, its words in English, Russian, Kazakh and Korean.</summary>
public static class ConceptFile
{
    /// <summary>The file's name in the corpus folder.</summary>
    public const string FileName = "concepts.tsv";

    // Marks proper names in the first column.
    private const char ProperMark = '@';

    private const string Header = "concept\ten\tru\tkk\tko";

    /// <summary>Reads the lines of a file; a bad line is reported and left out.</summary>
    /// <param name="lines">The lines, without their ends.</param>
    /// <param name="file">The name to report problems under.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ImmutableArray<Concept> Read(IEnumerable<string> lines, string file, ICollection<CorpusProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(problems);

        var concepts = ImmutableArray.CreateBuilder<Concept>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (number == 1)
            {
                if (line != Header) problems.Add(Error(file, 1, "The first line is not the header.", $"Begin the file with: {Header.Replace('\t', ' ')} (tabs between)."));
                continue;
            }

            if (line.Length == 0 || line[0] == '#') continue;
            if (ReadRow(line, number, file, problems) is not { } concept) continue;
            if (names.Add(concept.Name)) concepts.Add(concept);
            else problems.Add(Error(file, number, $"The concept '{concept.Name}' is there already.", "Join the two rows, or rename one."));
        }

        return concepts.ToImmutable();
    }

    private static Concept? ReadRow(string line, int number, string file, ICollection<CorpusProblem> problems)
    {
        var cells = line.Split('\t');
        if (cells.Length != Languages.All.Count + 1)
        {
            problems.Add(Error(file, number, $"The row has {cells.Length} columns instead of {Languages.All.Count + 1}.", "Put one tab between two columns."));
            return null;
        }

        var terms = ImmutableArray.CreateBuilder<ConceptTerm>();
        foreach (var language in Languages.All)
        {
            foreach (var word in cells[(int)language + 1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var whole = word[^1] == '=';
                var text = whole ? word[..^1].TrimEnd() : word;
                if (text.Length > 0) terms.Add(new ConceptTerm(language, text, whole));
            }
        }

        var name = cells[0].Trim();
        if (terms.Count > 1) return new Concept(name.TrimStart(ProperMark), terms.ToImmutable(), number, name.StartsWith(ProperMark));
        problems.Add(Error(file, number, "A concept with fewer than two words joins nothing.", "Add its words, or remove the row."));
        return null;
    }

    private static CorpusProblem Error(string file, int line, string reason, string remedy) => new(Severity.Error, file, line, reason, remedy);
}
