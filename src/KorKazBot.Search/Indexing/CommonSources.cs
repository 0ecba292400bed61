using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Indexing;

/// <summary>
/// The words of titles and speakers that a large part of the corpus shares: in an interview of his own a man's name proves nothing. Those of
/// the others tell interviews apart and are indexed with their passages.
/// </summary>
internal sealed class CommonSources
{
    private const double CommonShare = 0.4;

    private readonly HashSet<PassageSource> _common;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public CommonSources(IReadOnlyList<Passage> passages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySource = passages.CountBy(passage => passage.Source).ToList();
        foreach (var (source, count) in bySource)
        {
            foreach (var word in WordsOf(source)) counts[word] = counts.GetValueOrDefault(word) + count;
        }

        foreach (var (word, count) in counts)
        {
            if (count >= CommonShare * passages.Count) _words.Add(word);
        }

        _common = [.. bySource.Where(pair => pair.Value >= CommonShare * passages.Count).Select(pair => pair.Key)];
    }

    /// <summary>Whether a word, folded, is in the title or the speaker's name or role of a large part of the corpus.</summary>
    public bool Has(string word) => _words.Contains(word);

    /// <summary>The texts that tell a source from others; none for a source that is itself a large part of the corpus.</summary>
    /// <param name="source">The source.</param>
    /// <param name="asked">What is indexed with the passage already.</param>
    public IEnumerable<string> Distinguishing(PassageSource source, string asked) =>
        _common.Contains(source) ? [] : TextsOf(source).Where(text => text != asked);

    private static HashSet<string> WordsOf(PassageSource source) =>
        [.. TextsOf(source).SelectMany(WordReader.Read).Select(word => word.Text)];

    private static IEnumerable<string> TextsOf(PassageSource source) =>
        new[] { source.Title, source.Speaker?.Name, source.Speaker?.Role }.OfType<string>().Where(text => text.Length > 0);
}
