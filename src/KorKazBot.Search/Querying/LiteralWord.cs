using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>A question word as it stands, looked up in one language's vocabulary.</summary>
internal readonly struct LiteralWord
{
    /// <summary>Least share of its terms that the vocabulary must have: of a Korean word's pairs of syllables, half.</summary>
    public const double LeastKnownShare = 0.5;

    private readonly Vocabulary _vocabulary;
    private readonly string _word;
    private readonly int _exact;
    private readonly List<int> _terms;

    public LiteralWord(string word, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _word = word;
        _terms = [];
        if (vocabulary.Words.TryGet(word, out _exact))
        {
            foreach (var term in vocabulary.TermsOf(_exact)) _terms.Add(term);
            Broad = vocabulary.BroadOf(_exact);
            KnownShare = 1;
            return;
        }

        var texts = new List<string>();
        vocabulary.Analysis.AppendTerms(word, texts);
        foreach (var text in texts)
        {
            if (vocabulary.Terms.TryGet(text, out var term)) _terms.Add(term);
        }

        Broad = vocabulary.Broad.TryGet(vocabulary.Analysis.Broaden(word), out var broad) ? broad : -1;
        KnownShare = texts.Count > 1 && _terms.Exists(term => IsWhole(vocabulary.Terms.Text(term))) ? 1 : (double)_terms.Count / texts.Count;
    }

    /// <summary>Which share of the word's terms the vocabulary has, 0 to 1.</summary>
    public double KnownShare { get; }

    private int Broad { get; }

    /// <summary>In how many passages the word occurs, as near as its terms tell.</summary>
    public int Passages
    {
        get
        {
            var least = int.MaxValue;
            foreach (var term in _terms) least = Math.Min(least, _vocabulary.Terms.Passages(term));
            return least == int.MaxValue ? 0 : least;
        }
    }

    /// <summary>The word's inverse document frequency in the language's views.</summary>
    public double Idf(LanguageViews views) => Bm25.Idf(Passages, views.Passages);

    /// <summary>Adds the terms it is searched as.</summary>
    /// <param name="views">The views to search.</param>
    /// <param name="part">Which part of its group the word is: 1, or less for a word of a phrase.</param>
    /// <param name="terms">Takes the terms.</param>
    public void AppendTerms(LanguageViews views, double part, List<QueryTerm> terms)
    {
        var language = _vocabulary.Language;
        var parts = _terms.Count;
        foreach (var term in _terms)
        {
            var idf = Bm25.Idf(_vocabulary.Terms.Passages(term), views.Passages);
            var share = parts == 1 || IsWhole(_vocabulary.Terms.Text(term)) ? 1.0 : 1.0 / Math.Max(1, parts - 1);
            terms.Add(new QueryTerm(language, TermKind.Stem, term, idf, 1, part * share));
        }

        if (Broad >= 0)
            terms.Add(new QueryTerm(language, TermKind.Broad, Broad, Bm25.Idf(_vocabulary.Broad.Passages(Broad), views.Passages), 1, 0));
        AppendGrams(views, terms);
        if (_exact > 0)
            terms.Add(new QueryTerm(language, TermKind.Exact, _exact, Bm25.Idf(_vocabulary.Words.Passages(_exact), views.Passages), 1, 0));
    }

    public void AppendGrams(LanguageViews views, List<QueryTerm> terms)
    {
        var grams = new List<string>();
        _vocabulary.Analysis.AppendGrams(_word, grams);
        foreach (var gram in grams)
        {
            if (_vocabulary.Grams.TryGet(gram, out var number))
                terms.Add(new QueryTerm(_vocabulary.Language, TermKind.Gram, number, Bm25.Idf(_vocabulary.Grams.Passages(number), views.Passages), 1, 0));
        }
    }

    private static bool IsWhole(string term) => term[0] == '#';
}
