using System.Collections.Immutable;
using System.Text;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Linting;

/// <summary>Finds aliases that stand twice: for one passage they are useless, for two they decide nothing.</summary>
internal static class AliasCollisions
{
    /// <summary>A warning for each alias that stood before.</summary>
    /// <param name="interviews">The interviews.</param>
    /// <param name="folder">The corpus folder: the rows' lines are read from it.</param>
    public static IEnumerable<CorpusProblem> In(IEnumerable<Interview> interviews, string folder)
    {
        var seen = new Dictionary<(Language, string), string>();
        foreach (var interview in interviews)
        {
            var name = $"interviews/{interview.Id}/{AliasFile.FileName}";
            var path = Path.Combine(folder, name);
            if (!File.Exists(path)) continue;

            var ignored = ImmutableArray.CreateBuilder<CorpusProblem>(); // they were told when the corpus was read
            foreach (var (alias, line) in AliasFile.Read(File.ReadAllText(path), interview.Id, new FileProblems(name, ignored)))
            {
                var passage = $"{interview.Id}.{alias.Turn}.{alias.Paragraph}";
                if (seen.TryAdd((alias.Language, Plain(alias.Question)), passage)) continue;
                var other = seen[(alias.Language, Plain(alias.Question))];
                yield return other == passage
                    ? Warning(name, line, $"The alias stands twice for {passage}.", "Remove one of the two rows.")
                    : Warning(name, line, $"The alias stands for {other} already.", "Keep it for the passage that answers it, or say in both what tells them apart.");
            }
        }
    }

    private static CorpusProblem Warning(string file, int line, string reason, string remedy) => new(Severity.Warning, file, line, reason, remedy);

    // The same words in another case or with other signs are the same alias.
    private static string Plain(string question)
    {
        var plain = new StringBuilder(question.Length);
        foreach (var letter in question.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);
        }

        return plain.ToString();
    }
}
