using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Concepts;
using KorKazBot.Search.Indexing;
using KorKazBot.Search.Meaning;
using KorKazBot.Search.Spelling;
using Lucene.Net.Search;

namespace KorKazBot.Search.Querying;

/// <summary>Lucene finds candidates by their stems; each candidate is then scored on its coded views.</summary>
/// <remarks>Safe for any number of threads; dispose it when no question uses it any more.</remarks>
internal sealed class LucenePassageRetriever(
    PassageIndex index, Thesaurus thesaurus, SpellingRepair spelling, Lazy<PassageMeanings?>? meanings = null) : IPassageRetriever, IDisposable
{
    // Within the best 50 of Lucene's order stands the best of the full score (RETRIEVAL.md re-scores 30).
    private const int Candidates = 50;

    // The further views can double a score, not make it five times as high.
    private const float FairShare = 0.2f;
    private const int FewestCandidates = 10;

    // A paraphrase may share no word with its answer: the nearest by meaning are candidates, too.
    private const int NearestByMeaning = 10;

    /// <summary>The index it searches.</summary>
    public PassageIndex Index => index;

    /// <inheritdoc/>
    public bool KnowsMeaning => meanings is not null;

    /// <inheritdoc/>
    public Retrieval Retrieve(RetrievalQuery query, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        var groups = new QuestionAnalyzer(index, thesaurus, spelling).Analyze(query);
        if (groups is []) return Retrieval.Empty;

        var meaning = query.ByMeaning ? Compare(query, groups) : null;
        var scorer = new PassageScorer(index, groups, query.Type);
        var scores = new List<CandidateScore>(Candidates);
        IEnumerable<int> candidates = FindCandidates(groups, query.Language, Math.Max(limit, Candidates));
        if (meaning is not null) candidates = candidates.Union(meaning.Nearest(NearestByMeaning));
        foreach (var ordinal in candidates) scores.Add(scorer.Score(ordinal) with { Meaning = meaning?.Of(ordinal) ?? 0 });
        scores.Sort((a, b) => a.Total != b.Total ? b.Total.CompareTo(a.Total) : a.Ordinal.CompareTo(b.Ordinal));

        return new Retrieval(
            [.. groups.Select(group => new QuestionWord(group.Typed ?? group.Text, group.Kind, group.Idf, group.SearchedAs, group.Concept))],
            [.. scores.Take(limit).Select(score => Describe(scorer, score, meaning, query.Type))],
            query.Type, meaning is not null)
        {
            OtherMeaning = scores.Skip(1).Select(score => score.Meaning).DefaultIfEmpty().Max(),
        };
    }

    private PassageMeanings.Comparison? Compare(RetrievalQuery query, List<QueryGroup> groups) =>
        meanings?.Value is { } known && EnglishOfQuestion.Of(query, groups, thesaurus.Concepts) is { } english ? known.Compare(english) : null;

    public void Dispose() => index.Dispose();

    private List<int> FindCandidates(List<QueryGroup> groups, Language language, int limit)
    {
        // Where every passage can be read in the question's language, the other languages' words find nothing more.
        var isEnough = index.ViewsIn(language)?.Passages == index.Passages.Count;

        // Words that stand everywhere find everything and tell nothing; they only count when candidates are scored.
        var tellsSomething = groups.Exists(group => group.Kind != WordKind.Everywhere && group.IsFound);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var group in groups)
        {
            if (tellsSomething && group.Kind == WordKind.Everywhere) continue;
            foreach (var term in group.Terms)
            {
                if (term.Kind is not (TermKind.Stem or TermKind.Alternative) || (isEnough && term.Language != language)) continue;
                var one = index.QueryFor(term);
                one.Boost = (float)(group.Weight * term.Weight);
                query.Add(one, Occur.SHOULD);
                if (query.Clauses.Count == BooleanQuery.MaxClauseCount) break;
            }
        }

        if (query.Clauses.Count == 0) return [];

        // In index order: Lucene's out-of-order scorer makes 190 KB of garbage a question (PERFORMANCE.md).
        var collector = TopScoreDocCollector.Create(limit, docsScoredInOrder: true);
        index.Searcher.Search(query, collector);
        return WorthScoring(collector.GetTopDocs().ScoreDocs);
    }

    private static List<int> WorthScoring(ScoreDoc[] found)
    {
        var documents = new List<int>(found.Length);
        foreach (var one in found)
        {
            if (documents.Count >= FewestCandidates && one.Score < FairShare * found[0].Score) break;
            documents.Add(one.Doc);
        }

        return documents;
    }

    private RetrievedPassage Describe(PassageScorer scorer, CandidateScore score, PassageMeanings.Comparison? meaning, AnswerType type)
    {
        var passage = index.Passages[score.Ordinal];
        var spans = index.SentencesOf(score.Ordinal);
        var scored = new (double Score, double Coverage)[spans.Length];
        scorer.ScoreSentences(score.Ordinal, scored);

        var sentences = ImmutableArray.CreateBuilder<SentenceEvidence>(spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            var cosine = meaning?.OfSentence(score.Ordinal, i, spans.Length) ?? 0;
            var value = scored[i].Score + (RankingWeights.SentenceMeaning * cosine);
            if (type != AnswerType.Any && type.IsMetBy(spans[i].In(passage.Text))) value *= RankingWeights.RightType;
            sentences.Add(new SentenceEvidence(spans[i], value, scored[i].Coverage));
        }

        return new RetrievedPassage(
            passage, score.Total,
            new Evidence(score.Coverage, score.WideCoverage, score.SpecificCoverage, scorer.AliasMatch(score), score.MissingShare, score.MissesProper, score.Meaning, sentences.MoveToImmutable(), Parts(score)));
    }

    private static ImmutableArray<ScorePart> Parts(in CandidateScore score) =>
    [
        new("stem", score.Stem), new("broad", score.Broad), new("grams", score.Grams), new("exact", score.Exact), new("alias", score.Alias),
        new("sentence", score.Sentence), new("pairs", score.Pairs), new("near", score.Near), new("meaning", RankingWeights.Meaning * score.Meaning),
    ];
}
