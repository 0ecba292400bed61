using KorKazBot.Engine;
using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Indexing;

/// <summary>Every word of one language's views, with its terms; each distinct word is analysed once.</summary>
/// <remarks>Grows while an index is built, by one thread; afterwards only read, by any number.</remarks>
internal sealed class Vocabulary
{
    private readonly Lazy<List<string>> _sorted;

    public Vocabulary(Language language)
    {
        Language = language;
        Analysis = LanguageAnalysis.For(language);
        _sorted = new Lazy<List<string>>(Sort);
    }

    private readonly List<string> _analysed = [];

    /// <summary>The words, numbered from 1; 0 stands for the border of a sentence.</summary>
    public TermTable Words { get; } = new(firstIsBorder: true);

    /// <summary>The terms that the Lucene field holds: stems, in Korean pairs of syllables too.</summary>
    public TermTable Terms { get; } = new(firstIsBorder: false);

    /// <summary>The broader forms.</summary>
    public TermTable Broad { get; } = new(firstIsBorder: false);

    /// <summary>The runs of letters.</summary>
    public TermTable Grams { get; } = new(firstIsBorder: false);

    private readonly WordLists _wordsOfGram = new();
    private readonly List<int[]> _gramsOf = [[]];
    private readonly WordLists _wordsOfTerm = new();
    private readonly WordLists _wordsOfBroad = new();
    private readonly List<int[]> _termsOf = [[]];
    private readonly List<int> _broadOf = [0];
    private readonly List<bool> _isFigure = [false];

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>How words become terms.</summary>
    public LanguageAnalysis Analysis { get; }

    /// <summary>The terms of a word.</summary>
    public ReadOnlySpan<int> TermsOf(int word) => _termsOf[word];

    /// <summary>The words that have a term.</summary>
    public WordLists.Enumerator WordsOfTerm(int term) => _wordsOfTerm.Of(term);

    /// <summary>The runs of letters of a word.</summary>
    public ReadOnlySpan<int> GramsOf(int word) => _gramsOf[word];

    /// <summary>The words that have a run of letters.</summary>
    public WordLists.Enumerator WordsOfGram(int gram) => _wordsOfGram.Of(gram);

    /// <summary>The words that have a broader form.</summary>
    public WordLists.Enumerator WordsOfBroad(int broad) => _wordsOfBroad.Of(broad);

    /// <summary>The broader form of a word.</summary>
    public int BroadOf(int word) => _broadOf[word];

    /// <summary>Whether a word begins with a digit.</summary>
    public bool IsFigure(int word) => _isFigure[word];

    /// <summary>The number of a word; it is analysed when it is new.</summary>
    public int Add(string word)
    {
        if (!Words.TryAdd(word, out var number)) return number;
        _analysed.Clear();
        Analysis.AppendTerms(word, _analysed);
        var terms = new int[_analysed.Count];
        for (var i = 0; i < terms.Length; i++) _wordsOfTerm.Add(terms[i] = Terms.GetOrAdd(_analysed[i]), number);
        _termsOf.Add(terms);
        var broad = Broad.GetOrAdd(Analysis.Broaden(word));
        _broadOf.Add(broad);
        _isFigure.Add(char.IsAsciiDigit(word[0]));
        _wordsOfBroad.Add(broad, number);
        _gramsOf.Add(AddGrams(word, number));
        return number;
    }

    private int[] AddGrams(string word, int number)
    {
        _analysed.Clear();
        Analysis.AppendGrams(word, _analysed);
        if (_analysed.Count == 0) return [];
        var grams = new int[_analysed.Count];
        for (var i = 0; i < grams.Length; i++) _wordsOfGram.Add(grams[i] = Grams.GetOrAdd(_analysed[i]), number);
        return grams;
    }

    /// <summary>The words that begin with some letters.</summary>
    public IEnumerable<int> WordsFrom(string prefix)
    {
        var sorted = _sorted.Value;
        var at = sorted.BinarySearch(prefix, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < sorted.Count && sorted[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            Words.TryGet(sorted[i], out var number);
            yield return number;
        }
    }

    private List<string> Sort()
    {
        var sorted = new List<string>(Words.Count);
        for (var word = 1; word < Words.Count; word++) sorted.Add(Words.Text(word));
        sorted.Sort(StringComparer.Ordinal);
        return sorted;
    }
}
