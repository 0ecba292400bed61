using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Concepts;

/// <summary>Finds the concepts that a question's words belong to, in one language.</summary>
/// <remarks>
/// English words meet by stem. Russian, Kazakh and Korean words suffix, so a headword meets every word that begins with it, the longest
/// headword first (RETRIEVAL.md section 7: longest prefix is the best of seven ways).
/// </remarks>
internal sealed class ConceptHeads
{
    private static readonly List<Head> None = [];

    private readonly Dictionary<string, List<Head>> _heads = new(StringComparer.Ordinal);
    private readonly Language _language;
    private readonly int _longest;

    public ConceptHeads(IReadOnlyList<Concept> concepts, Language language)
    {
        _language = language;
        for (var concept = 0; concept < concepts.Count; concept++)
        {
            foreach (var term in concepts[concept].Terms)
            {
                if (term.Language == language) Add(concept, term);
            }
        }

        foreach (var heads in _heads.Values) heads.Sort((a, b) => b.Keys.Length.CompareTo(a.Keys.Length));
        _longest = _heads.Count == 0 ? 0 : _heads.Keys.Max(key => key.Length);
    }

    /// <summary>A concept found at a word.</summary>
    /// <param name="Concept">Its number.</param>
    /// <param name="Words">How many words it takes.</param>
    /// <param name="Length">How many letters of the first word its headword has.</param>
    internal readonly record struct Match(int Concept, int Words, int Length);

    /// <summary>Every headword's first word, for repairing misspelt ones.</summary>
    public IEnumerable<string> FirstWords => _heads.Keys;

    /// <summary>The concept that begins at a word, phrases before single words and long headwords before short ones.</summary>
    public Match? Find(IReadOnlyList<Word> words, int at)
    {
        if (_longest == 0) return null;
        Match? best = null;
        foreach (var (length, head) in HeadsOf(words[at].Text))
        {
            if (best is { } found && head.Keys.Length <= found.Words) continue;
            if (Continues(head, words, at)) best = new Match(head.Concept, head.Keys.Length, length);
        }

        return best;
    }

    private void Add(int concept, ConceptTerm term)
    {
        var words = WordReader.Read(term.Text);
        if (words.Count == 0) return;
        var keys = new string[words.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = KeyOf(words[i].Text);
        if (!_heads.TryGetValue(keys[0], out var heads)) _heads.Add(keys[0], heads = []);
        heads.Add(new Head(concept, keys, term.IsWhole));
    }

    private string KeyOf(string word) => _language == Language.English || char.IsAscii(word[0]) ? StemOf(word) : word;

    private static string StemOf(string word) => char.IsAsciiLetter(word[0]) ? LanguageAnalysis.For(Language.English).Stem(word) : word;

    private IEnumerable<(int Length, Head Head)> HeadsOf(string word)
    {
        if (char.IsAscii(word[0]))
        {
            foreach (var head in HeadsAt(StemOf(word))) yield return (word.Length, head);
            yield break;
        }

        for (var length = Math.Min(word.Length, _longest); length > 0; length--)
        {
            foreach (var head in HeadsAt(word.AsSpan(0, length)))
            {
                if (Headword.Accepts(_language, word, length, head.IsWhole && head.Keys.Length == 1)) yield return (length, head);
            }
        }
    }

    private List<Head> HeadsAt(ReadOnlySpan<char> key) => _heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var heads) ? heads : None;

    private bool Continues(Head head, IReadOnlyList<Word> words, int at)
    {
        if (at + head.Keys.Length > words.Count) return false;
        for (var i = 1; i < head.Keys.Length; i++)
        {
            var word = words[at + i].Text;
            var key = head.Keys[i];
            var meets = char.IsAscii(word[0]) ? StemOf(word) == key
                : word.StartsWith(key, StringComparison.Ordinal) && Headword.Accepts(_language, word, key.Length, whole: false);
            if (!meets) return false;
        }

        return true;
    }

    private sealed record Head(int Concept, string[] Keys, bool IsWhole);
}
