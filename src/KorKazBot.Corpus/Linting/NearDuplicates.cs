using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Linting;

/// <summary>Finds passages that say nearly the same in nearly the same words: the same interview twice, or a text pasted twice.</summary>
internal static class NearDuplicates
{
    // Broder 1997: texts are compared by their shingles, runs of words; five words hardly ever repeat by chance.
    private const int Shingle = 5;
    private const double LeastShared = 0.8;

    // A shingle in more passages than this is a formula of the house, and comparing them all would take for ever.
    private const int MostSharing = 20;

    /// <summary>A warning for each passage that repeats an earlier one.</summary>
    public static IEnumerable<CorpusProblem> In(CorpusSnapshot corpus)
    {
        var lines = LinesOf(corpus);
        var passages = corpus.Passages.Select(passage => Shingles(passage.Text)).ToList();
        var owners = new Dictionary<int, List<int>>();
        for (var number = 0; number < passages.Count; number++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var shingle in passages[number])
            {
                if (!owners.TryGetValue(shingle, out var earlier)) owners.Add(shingle, earlier = []);
                foreach (var owner in earlier) shared[owner] = shared.GetValueOrDefault(owner) + 1;
                if (earlier.Count < MostSharing) earlier.Add(number);
            }

            foreach (var (owner, count) in shared)
            {
                var all = passages[number].Count + passages[owner].Count - count;
                if (count < LeastShared * all) continue;
                var (file, line) = lines.GetValueOrDefault(corpus.Passages[number].Id, (corpus.Passages[number].Id, 0));
                yield return new CorpusProblem(
                    Severity.Warning, file, line, $"Passage {corpus.Passages[number].Id} says nearly the same as {corpus.Passages[owner].Id}.",
                    "Remove one of the two, or leave both if both were said.");
                break;
            }
        }
    }

    private static HashSet<int> Shingles(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var shingles = new HashSet<int>();
        for (var i = 0; i + Shingle <= words.Length; i++)
            shingles.Add(HashCode.Combine(words[i], words[i + 1], words[i + 2], words[i + 3], words[i + 4]));
        return shingles;
    }

    private static Dictionary<string, (string File, int Line)> LinesOf(CorpusSnapshot corpus)
    {
        var lines = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var interview in corpus.Interviews)
        {
            var file = $"interviews/{interview.Id}/{interview.Language.ToCode()}.md";
            foreach (var turn in interview.Turns)
            {
                for (var paragraph = 1; paragraph <= turn.Paragraphs.Length; paragraph++)
                    lines[$"{interview.Id}.{turn.Number}.{paragraph}"] = (file, turn.Line);
            }
        }

        return lines;
    }
}
