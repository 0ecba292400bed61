using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>Turns a question into groups of terms. No query syntax is read: whatever people type is words.</summary>
internal sealed class QuestionAnalyzer(PassageIndex index)
{
    /// <summary>More meaningful words than this are no question; the rest is not searched.</summary>
    private const int MaxGroups = 48;

    // A word in two passages of five tells nothing in a corpus of more than a handful.
    private const double EverywhereShare = 0.4;
    private const int LeastPassagesForEverywhere = 10;

    // The previous question's words help a follow-up but must not outvote its own.
    private const double ContextWeight = 0.4;

    /// <summary>The groups of a question, in its word order; those of the previous question follow.</summary>
    public List<QueryGroup> Analyze(RetrievalQuery query)
    {
        var groups = new List<QueryGroup>();
        Append(query.Text, query.Language, 1, groups);
        if (query.Context is { } context) Append(context, query.Language, ContextWeight, groups);
        return groups;
    }

    private void Append(string text, Language language, double weight, List<QueryGroup> groups)
    {
        var analysis = LanguageAnalysis.For(language);
        foreach (var word in WordReader.Read(text))
        {
            if (groups.Count == MaxGroups) return;
            if (analysis.IsStopWord(word.Text) || groups.Exists(group => group.Text == word.Text)) continue;
            groups.Add(GroupOf(word, language, weight));
        }
    }

    private QueryGroup GroupOf(Word word, Language language, double weight)
    {
        var group = new QueryGroup { Text = word.Text, Kind = WordKind.Unknown, Idf = UnknownIdf, Weight = weight };
        foreach (var candidate in Languages.All)
        {
            // A name or a figure may stand in a view of any language; a word of the question's own script only in its own.
            if (candidate == language || char.IsAscii(word.Text[0])) AddLiteral(word, candidate, group);
        }

        if (weight < 1 && group.Terms.Count > 0) group.Kind = WordKind.Context;
        return group;
    }

    private void AddLiteral(Word word, Language language, QueryGroup group)
    {
        if (index.ViewsIn(language) is not { } views) return;
        var vocabulary = views.Vocabulary;
        var literal = new LiteralWord(word.Text, vocabulary);
        if (literal.KnownShare < LiteralWord.LeastKnownShare) return;

        literal.AppendTerms(views, group.Terms);
        var idf = literal.Idf(views);
        if (group.Kind != WordKind.Unknown && idf >= group.Idf) return;
        group.Idf = idf;
        group.Kind = KindOf(word, literal.Passages, views);
    }

    private static WordKind KindOf(Word word, int passages, LanguageViews views)
    {
        if (word.IsNumber) return WordKind.Number;
        var everywhere = views.Passages >= LeastPassagesForEverywhere && passages >= EverywhereShare * views.Passages;
        return everywhere ? WordKind.Everywhere : WordKind.Content;
    }

    private double UnknownIdf => Bm25.Idf(0, index.Passages.Count);
}
