using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Querying;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace KorKazBot.Search.Indexing;

/// <summary>A finished index: Lucene's for finding candidates, the coded views for scoring them. Immutable until disposed.</summary>
internal sealed class PassageIndex : IDisposable
{
    // Of a greater vocabulary only the thesaurus's terms are kept: no stream of questions can fill the memory.
    private const int MostPlaces = 50_000;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IDisposable? _held;
    private readonly IReadOnlyList<LanguageViews?> _views;
    private readonly ImmutableArray<TextSpan>[] _sentences;
    private readonly ImmutableArray<Language>[] _languagesFor;
    private readonly TermContext?[]?[] _places = new TermContext?[]?[Languages.All.Count];

    /// <summary>Opens the newest commit of a directory, which it takes over, as it does what holds the directory's files.</summary>
    public PassageIndex(
        Lucene.Net.Store.Directory directory, IReadOnlyList<LanguageViews?> views, IReadOnlyList<Passage> passages, IDisposable? held = null)
    {
        _directory = directory;
        _held = held;
        _views = views;
        Passages = passages;
        Sources = new CommonSources(passages);
        _sentences = new ImmutableArray<TextSpan>[passages.Count];
        Reader = DirectoryReader.Open(directory);
        Searcher = new IndexSearcher(Reader) { Similarity = NewSimilarity() };

        var given = new bool[Languages.All.Count];
        foreach (var passage in passages) given[(int)passage.Language] = true;
        _languagesFor = [.. Languages.All.Select(LanguagesFor)];

        ImmutableArray<Language> LanguagesFor(Language question) =>
            [.. Languages.All.Where(language => views[(int)language] is not null && (given[(int)language] || language == question))];
    }

    /// <summary>Lucene's searcher; a document's number is its passage's ordinal.</summary>
    public IndexSearcher Searcher { get; }

    /// <summary>The passages by ordinal.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>What titles and speakers have in common.</summary>
    public CommonSources Sources { get; }

    /// <summary>Bytes of Lucene's files and of the coded views.</summary>
    public long Bytes => _directory.ListAll().Sum(_directory.FileLength) + _views.Sum(views => (long)(views?.CodeBytes ?? 0));

    /// <summary>How many passages have any one of some terms.</summary>
    public int CountPassages(List<QueryTerm> terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms)
        {
            if (query.Clauses.Count == BooleanQuery.MaxClauseCount) break;
            query.Add(QueryFor(term), Occur.SHOULD);
        }

        var counter = new TotalHitCountCollector();
        Searcher.Search(query, counter);
        return counter.TotalHits;
    }

    /// <summary>Finds the passages that have a term.</summary>
    public TermQuery QueryFor(in QueryTerm term)
    {
        var found = new Term(FieldOf(term.Language), ViewsIn(term.Language)!.Vocabulary.Terms.Text(term.Number));
        var count = ViewsIn(term.Language)!.Vocabulary.Terms.Count;
        if (term.Kind != TermKind.Alternative && count > MostPlaces) return new TermQuery(found);

        // A third of a search is looking terms up, and questions, as the thesaurus, come back to the same ones.
        ref var place = ref (_places[(int)term.Language] ??= new TermContext?[count])[term.Number];
        return new TermQuery(found, place ??= TermContext.Build(Searcher.TopReaderContext, found));
    }

    /// <summary>The languages to read passages in for a question: the question's own, and those that interviews were given in.</summary>
    public ImmutableArray<Language> LanguagesFor(Language question) => _languagesFor[(int)question];

    /// <summary>The sentences of a passage's text; kept, because the same passages are shown again and again.</summary>
    public ImmutableArray<TextSpan> SentencesOf(int ordinal)
    {
        var kept = _sentences[ordinal];
        if (!kept.IsDefault) return kept;
        return _sentences[ordinal] = [.. Sentences.Split(Passages[ordinal].Text)];
    }

    private DirectoryReader Reader { get; }

    /// <summary>The views by language; null where the corpus has nothing in it.</summary>
    public IReadOnlyList<LanguageViews?> Views => _views;

    /// <summary>The views in a language; null where the corpus has nothing in it.</summary>
    public LanguageViews? ViewsIn(Language language) => _views[(int)language];

    /// <summary>The Lucene field of a language.</summary>
    public static string FieldOf(Language language) => language.ToCode();

    /// <summary>The ranking of candidates, the same when writing and when searching.</summary>
    public static Similarity NewSimilarity() => new BM25Similarity((float)RankingWeights.Usual.K1, (float)RankingWeights.Usual.B);

    public void Dispose()
    {
        Reader.Dispose();
        _directory.Dispose();
        _held?.Dispose();
    }
}
