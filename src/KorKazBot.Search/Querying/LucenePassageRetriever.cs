using System.Collections.Immutable;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Concepts;
using KorKazBot.Search.Indexing;
using KorKazBot.Search.Spelling;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KorKazBot.Search.Querying;

/// <summary>Lucene finds candidates by their stems; each candidate is then scored on its coded views.</summary>
/// <remarks>Safe for any number of threads; dispose it when no question uses it any more.</remarks>
internal sealed class LucenePassageRetriever(PassageIndex index, Thesaurus thesaurus, SpellingRepair spelling) : IPassageRetriever, IDisposable
{
    // Within the best 50 of Lucene's order stands the best of the full score (RETRIEVAL.md re-scores 30).
    private const int Candidates = 50;

    /// <summary>The index it searches.</summary>
    public PassageIndex Index => index;

    /// <inheritdoc/>
    public Retrieval Retrieve(RetrievalQuery query, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        var groups = new QuestionAnalyzer(index, thesaurus, spelling).Analyze(query);
        if (groups is []) return Retrieval.Empty;

        var scorer = new PassageScorer(index, groups, query.Type);
        var scores = new List<CandidateScore>(Candidates);
        foreach (var ordinal in FindCandidates(groups, Math.Max(limit, Candidates))) scores.Add(scorer.Score(ordinal));
        scores.Sort((a, b) => a.Total != b.Total ? b.Total.CompareTo(a.Total) : a.Ordinal.CompareTo(b.Ordinal));

        return new Retrieval(
            [.. groups.Select(group => new QuestionWord(group.Text, group.Kind, group.Idf, group.SearchedAs, group.Concept))],
            [.. scores.Take(limit).Select(score => Describe(scorer, score))]);
    }

    public void Dispose() => index.Dispose();

    private List<int> FindCandidates(List<QueryGroup> groups, int limit)
    {
        // Words that stand everywhere find everything and tell nothing; they only count when candidates are scored.
        var tellsSomething = groups.Exists(group => group.Kind != WordKind.Everywhere && group.Terms.Count > 0);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var group in groups)
        {
            if (tellsSomething && group.Kind == WordKind.Everywhere) continue;
            foreach (var term in group.Terms)
            {
                if (term.Kind is not (TermKind.Stem or TermKind.Alternative)) continue;
                var text = index.ViewsIn(term.Language)!.Vocabulary.Terms.Text(term.Number);
                query.Add(
                    new TermQuery(new Term(PassageIndex.FieldOf(term.Language), text)) { Boost = (float)(group.Weight * term.Weight) },
                    Occur.SHOULD);
                if (query.Clauses.Count == BooleanQuery.MaxClauseCount) break;
            }
        }

        if (query.Clauses.Count == 0) return [];
        var collector = new TopCollector(limit);
        index.Searcher.Search(query, collector);
        return collector.Documents();
    }

    private RetrievedPassage Describe(PassageScorer scorer, CandidateScore score)
    {
        var passage = index.Passages[score.Ordinal];
        var spans = index.SentencesOf(score.Ordinal);
        var scored = new (double Score, double Coverage)[spans.Length];
        scorer.ScoreSentences(score.Ordinal, scored);

        var sentences = ImmutableArray.CreateBuilder<SentenceEvidence>(spans.Length);
        for (var i = 0; i < spans.Length; i++) sentences.Add(new SentenceEvidence(spans[i], scored[i].Score, scored[i].Coverage));
        return new RetrievedPassage(
            passage, score.Total,
            new Evidence(score.Coverage, score.WideCoverage, score.SpecificCoverage, scorer.AliasMatch(score), sentences.MoveToImmutable(), Parts(score)));
    }

    private static ImmutableArray<ScorePart> Parts(in CandidateScore score) =>
    [
        new("stem", RankingWeights.Stem * score.Stem), new("broad", RankingWeights.Broad * score.Broad),
        new("exact", RankingWeights.Exact * score.Exact),
        new("alias", RankingWeights.Alias * score.Alias), new("sentence", RankingWeights.Sentence * score.Sentence),
        new("pairs", RankingWeights.Pairs * score.Pairs), new("near", RankingWeights.Near * score.Near),
    ];
}
