using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Concepts;
using KorKazBot.Search.Indexing;
using KorKazBot.Search.Spelling;

namespace KorKazBot.Search.Querying;

/// <summary>Turns a question into groups of terms. No query syntax is read: whatever people type is words.</summary>
internal sealed class QuestionAnalyzer(PassageIndex index, Thesaurus thesaurus, SpellingRepair spelling)
{
    /// <summary>More meaningful words than this are no question; the rest is not searched.</summary>
    private const int MaxGroups = 48;

    // A word in two passages of five tells nothing in a corpus of more than a handful.
    private const double EverywhereShare = 0.4;
    private const int LeastPassagesForEverywhere = 10;

    // A question with more misspelt words than this is no question; each costs a walk over all words with its first letter.
    private const int MostRepairs = 8;

    private int _repairs;
    private ImmutableArray<Language> _languages;

    // The previous question's words help a follow-up but must not outvote its own.
    private const double ContextWeight = 0.4;

    /// <summary>The groups of a question, in its word order; those of the previous question follow.</summary>
    public List<QueryGroup> Analyze(RetrievalQuery query)
    {
        var groups = new List<QueryGroup>();
        _languages = index.LanguagesFor(query.Language);
        Append(query.Text, query.Language, 1, groups);
        if (query.Context is { } context) Append(context, query.Language, ContextWeight, groups);
        return groups;
    }

    private void Append(string text, Language language, double weight, List<QueryGroup> groups)
    {
        var analysis = LanguageAnalysis.For(language);
        var words = WordReader.Read(text);
        var capitals = new Capitals(text, words);
        for (var at = 0; at < words.Count && groups.Count < MaxGroups; at++)
        {
            if (analysis.IsStopWord(words[at].Text)) continue;
            var typed = words[at].Text;
            var match = thesaurus.Find(words, at, language);
            var group = GroupOf(words, at, match?.Words ?? 1, language, weight);
            if (match is null && !group.IsFound && _repairs++ < MostRepairs && spelling.Repair(typed, language) is { } meant)
            {
                if (analysis.IsStopWord(meant)) continue;
                words[at] = words[at] with { Text = meant };
                match = thesaurus.Find(words, at, language);
                group = GroupOf(words, at, match?.Words ?? 1, language, weight);
                group.SearchedAs = meant;
            }

            if (group.Text == words[at].Text) group.Typed = text[words[at].Start..words[at].End].ToLowerInvariant();
            if (capitals.IsName(words[at])) group.IsProper = true;
            if (match is { } concept) Widen(group, concept.Concept, language);
            if (weight < 1 && group.IsFound) group.Kind = WordKind.Context;
            if (!groups.Exists(other => other.Text == group.Text)) groups.Add(group);
            at += (match?.Words ?? 1) - 1;
        }
    }

    private QueryGroup GroupOf(List<Word> words, int at, int count, Language language, double weight)
    {
        var text = count == 1 ? words[at].Text : string.Join(' ', words.Skip(at).Take(count).Select(word => word.Text));
        var group = new QueryGroup { Text = text, Kind = WordKind.Unknown, Idf = UnknownIdf, Weight = weight };
        for (var i = at; i < at + count; i++)
        {
            foreach (var candidate in _languages)
            {
                // A name or a figure may stand in a view of any language; a word of the question's own script only in its own.
                if (candidate == language || (char.IsAscii(words[i].Text[0]) && Has(candidate, words[i].Text)))
                    AddLiteral(words[i], candidate, 1.0 / count, group);
            }
        }

        return group;
    }

    private bool Has(Language language, string word) => index.ViewsIn(language)?.Vocabulary.Words.TryGet(word, out _) ?? false;

    private void Widen(QueryGroup group, int concept, Language language)
    {
        var widening = thesaurus.Widen(concept, language);
        (group.ConceptNumber, group.Concept) = (concept, widening.Name);
        group.IsProper = thesaurus.Concepts[concept].IsProper;
        var known = group.Terms.Count;
        group.Terms.AddRange(widening.Terms);
        if (group.Terms.Count == known) return;
        if (group.Kind == WordKind.Number) return;
        group.Idf = Math.Min(group.Idf, widening.Idf);
        group.Kind = widening.Share >= EverywhereShare ? WordKind.Everywhere : WordKind.Content;
    }

    private void AddLiteral(Word word, Language language, double part, QueryGroup group)
    {
        if (index.ViewsIn(language) is not { } views) return;
        var literal = new LiteralWord(word.Text, views.Vocabulary);
        if (literal.KnownShare < LiteralWord.LeastKnownShare)
        {
            literal.AppendGrams(views, group.Terms);
            return;
        }


        literal.AppendTerms(views, part, group.Terms);
        var idf = literal.Idf(views);
        if (index.Sources.Has(word.Text)) idf = Math.Min(idf, Bm25.Idf((int)(EverywhereShare * views.Passages), views.Passages));
        if (group.Kind != WordKind.Unknown && idf >= group.Idf) return;
        group.Idf = idf;
        group.Kind = KindOf(word, literal.Passages, views);
    }

    private WordKind KindOf(Word word, int passages, LanguageViews views)
    {
        if (word.IsNumber) return WordKind.Number;
        if (index.Sources.Has(word.Text)) return WordKind.Everywhere;
        var everywhere = views.Passages >= LeastPassagesForEverywhere && passages >= EverywhereShare * views.Passages;
        return everywhere ? WordKind.Everywhere : WordKind.Content;
    }

    private double UnknownIdf => Bm25.Idf(0, index.Passages.Count);
}
