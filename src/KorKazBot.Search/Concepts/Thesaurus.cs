using System.Collections.Concurrent;
using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Indexing;
using KorKazBot.Search.Querying;

namespace KorKazBot.Search.Concepts;

/// <summary>
/// The thesaurus over one index: a question word of a concept is also searched as the concept's other words, in every language that is
/// read for the question. One mechanism for paraphrase and for asking in another language.
/// </summary>
/// <remarks>Works out only what questions need, when they need it; safe for any number of threads.</remarks>
internal sealed class Thesaurus(ImmutableArray<Concept> concepts, PassageIndex index)
{
    // A relative of the word counts less than the word itself (RETRIEVAL.md section 9: 0.8).
    private const double SynonymWeight = 0.8;

    // Of a phrase only its rarest word is searched; that it stands there doesn't prove that the phrase does.
    private const double PhraseWeight = 0.6;

    // Of "two Koreas" nothing rare enough is left to search for.
    private const double PhraseShare = 0.12;

    private readonly Lazy<ConceptHeads>[] _heads =
        [.. Languages.All.Select(language => new Lazy<ConceptHeads>(() => new ConceptHeads(concepts, language)))];

    private readonly ConcurrentDictionary<int, Widening>[] _widenings = [.. Languages.All.Select(_ => new ConcurrentDictionary<int, Widening>())];

    /// <summary>What a concept adds to a question.</summary>
    /// <param name="Name">The concept's name.</param>
    /// <param name="Terms">The terms that the index has.</param>
    /// <param name="Idf">The concept's own inverse document frequency, as if its words were one.</param>
    /// <param name="Share">Share of the passages that have it, 0 to 1.</param>
    internal sealed record Widening(string Name, List<QueryTerm> Terms, double Idf, double Share);

    /// <summary>The rows, by number.</summary>
    public ImmutableArray<Concept> Concepts => concepts;

    /// <summary>The concept that begins at a word of a question.</summary>
    public ConceptHeads.Match? Find(IReadOnlyList<Word> words, int at, Language language)
    {
        var own = char.IsAscii(words[at].Text[0]) ? Language.English : language;
        return _heads[(int)own].Value.Find(words, at);
    }

    /// <summary>The headwords of a language, for repairing misspelt words.</summary>
    public IEnumerable<string> FirstWords(Language language) => _heads[(int)language].Value.FirstWords;

    /// <summary>What a concept adds to a question in a language, from the languages that are read for it.</summary>
    public Widening Widen(int concept, Language question) =>
        _widenings[(int)question].GetOrAdd(concept, number => Build(concepts[number], index.LanguagesFor(question)));

    private Widening Build(Concept concept, ImmutableArray<Language> languages)
    {
        var terms = new List<QueryTerm>();
        foreach (var language in languages)
        {
            foreach (var term in concept.Terms)
            {
                if (term.Language == language) Append(term, index.ViewsIn(language)!, terms);
            }
        }

        var passages = index.CountPassages(terms);
        return new Widening(concept.Name, terms, Bm25.Idf(passages, index.Passages.Count), (double)passages / Math.Max(1, index.Passages.Count));
    }

    private static void Append(ConceptTerm term, LanguageViews view, List<QueryTerm> terms)
    {
        var rarest = default(QueryTerm?);
        var words = WordReader.Read(term.Text);
        foreach (var word in words)
        {
            var found = ConceptVocabulary.TermsOf(word.Text, term.IsWhole, view);
            if (found.Count == 0) return;
            foreach (var number in found)
            {
                var idf = Bm25.Idf(view.Vocabulary.Terms.Passages(number), view.Passages);
                var weight = words.Count == 1 ? SynonymWeight : PhraseWeight;
                var query = new QueryTerm(view.Vocabulary.Language, TermKind.Alternative, number, idf, weight, 1);
                if (words.Count == 1) AddOnce(query, terms);
                else if (rarest is null || idf > rarest.Value.Idf) rarest = query;
            }
        }

        if (rarest is { } phrase && view.Vocabulary.Terms.Passages(phrase.Number) <= Math.Max(1, PhraseShare * view.Passages)) AddOnce(phrase, terms);
    }

    private static void AddOnce(QueryTerm term, List<QueryTerm> terms)
    {
        foreach (var known in terms)
        {
            if (known.Language == term.Language && known.Number == term.Number) return;
        }

        terms.Add(term);
    }
}
