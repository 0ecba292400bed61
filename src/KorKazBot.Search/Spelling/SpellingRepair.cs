using KorKazBot.Engine;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Concepts;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Spelling;

/// <summary>Finds the word that a misspelt one was meant to be, among the words that the corpus and the thesaurus have.</summary>
/// <remarks>
/// RETRIEVAL.md section 4: same first letter, one slip, or two from eight letters; the nearest word, of several the most frequent.
/// It takes typo questions from 40-45 to 85-95 %. Built when the first unknown word comes; safe for any number of threads.
/// </remarks>
internal sealed class SpellingRepair(IReadOnlyList<LanguageViews?> views, Thesaurus thesaurus)
{
    private const int LeastLetters = 4;
    private const int MostLetters = 24;
    private const int LettersForOneSlip = 5;
    private const int LettersForTwoSlips = 8;

    private readonly Lazy<Dictionary<char, List<Known>>>[] _known =
        [.. Languages.All.Select(language => new Lazy<Dictionary<char, List<Known>>>(() => Gather(language, views[(int)language], thesaurus)))];

    /// <summary>The word that was meant; null where none is near enough.</summary>
    public string? Repair(string word, Language language)
    {
        var key = KeyOf(word, language);
        if (word.Length > MostLetters || char.IsAsciiDigit(word[0])) return null;
        if (key.Length < LeastLetters || !_known[(int)language].Value.TryGetValue(key[0], out var candidates)) return null;
        if (language == Language.English && CommonEnglish.Has(word)) return null;

        var limit = key.Length >= LettersForTwoSlips ? 2 : 1;
        var best = default(Known?);
        var least = limit + 1;
        foreach (var known in candidates)
        {
            var slips = Slips(key, known, limit);
            if (slips > limit || slips > least || (slips == least && known.Passages <= best!.Passages)) continue;
            (best, least) = (known, slips);
        }

        return best?.Text;
    }

    // A headword that forms are built on is compared with as many first letters of the word.
    private static int Slips(string key, Known known, int limit)
    {
        if (!known.BeginsForms || key.Length <= known.Key.Length) return EditDistance.Between(key, known.Key, limit);
        var (least, allowed) = (limit + 1, Math.Min(limit, known.Key.Length / LettersForOneSlip));
        for (var length = known.Key.Length - 1; length <= Math.Min(key.Length, known.Key.Length + 1); length++)
        {
            var slips = EditDistance.Between(key.AsSpan(0, length), known.Key, allowed);
            if (slips <= allowed) least = Math.Min(least, slips);
        }

        return least;
    }

    private static Dictionary<char, List<Known>> Gather(Language language, LanguageViews? views, Thesaurus thesaurus)
    {
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        if (views is not null)
        {
            var words = views.Vocabulary.Words;
            for (var word = 1; word < words.Count; word++) Add(words.Text(word), words.Passages(word), beginsForms: false);
        }

        foreach (var word in LanguageAnalysis.For(language).AllStopWords) Add(word, int.MaxValue, beginsForms: false);
        var suffixes = language is Language.Russian or Language.Kazakh or Language.Korean;
        foreach (var word in thesaurus.FirstWords(language)) Add(word, 1, beginsForms: suffixes);

        var byFirst = new Dictionary<char, List<Known>>();
        foreach (var word in known.Values)
        {
            if (!byFirst.TryGetValue(word.Key[0], out var list)) byFirst.Add(word.Key[0], list = []);
            list.Add(word);
        }

        return byFirst;

        void Add(string word, int passages, bool beginsForms)
        {
            var key = KeyOf(word, language);
            if (key.Length < LeastLetters - 1 || word.Length > MostLetters || char.IsAsciiDigit(word[0])) return;
            if (!known.TryGetValue(key, out var old) || old.Passages < passages) known[key] = new Known(word, key, passages, beginsForms);
        }
    }

    // Korean is compared letter by letter, not syllable by syllable.
    private static string KeyOf(string word, Language language) =>
        language == Language.Korean ? Jamo.Decompose(KoreanParticles.Strip(word)) : word;

    private sealed record Known(string Text, string Key, int Passages, bool BeginsForms);
}
