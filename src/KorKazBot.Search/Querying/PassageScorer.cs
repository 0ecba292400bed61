using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>Scores candidates for one question on their coded views. One question, one thread.</summary>
internal sealed class PassageScorer
{
    private readonly PassageIndex _index;
    private readonly List<QueryGroup> _groups;
    private readonly ViewScorer[] _viewScorers;
    private readonly double[] _stems;
    private readonly double[] _literal;
    private readonly double[] _wide;
    private readonly double _totalIdf;
    private readonly double _specificIdf;

    public PassageScorer(PassageIndex index, List<QueryGroup> groups, AnswerType type)
    {
        _index = index;
        _groups = groups;
        _stems = new double[groups.Count];
        _literal = new double[groups.Count];
        _wide = new double[groups.Count];
        foreach (var group in groups)
        {
            _totalIdf += group.Weight * group.Idf;
            if (IsSpecific(group)) _specificIdf += group.Weight * group.Idf;
        }

        var scorers = new List<ViewScorer>();
        foreach (var language in Languages.All)
        {
            if (index.ViewsIn(language) is not { } views) continue;
            var lookup = new TermLookup(views.Vocabulary, groups);
            if (lookup.Slots.Length > 0) scorers.Add(new ViewScorer(views, lookup, groups, type));
        }

        _viewScorers = [.. scorers];
    }

    /// <summary>Scores a passage on its views in all languages: each question word counts where it is met best.</summary>
    public CandidateScore Score(int ordinal)
    {
        Array.Clear(_stems);
        Array.Clear(_literal);
        Array.Clear(_wide);
        var score = new CandidateScore { Ordinal = ordinal };
        foreach (var scorer in _viewScorers)
        {
            if (!scorer.Read(ordinal)) continue;
            var parts = scorer.Score(_stems, _literal, _wide);
            score.Broad = Math.Max(score.Broad, parts.Broad);
            score.Grams = Math.Max(score.Grams, parts.Grams);
            score.Exact = Math.Max(score.Exact, parts.Exact);
            score.Alias = Math.Max(score.Alias, parts.Alias);
            score.Sentence = Math.Max(score.Sentence, parts.Sentence);
            score.Pairs = Math.Max(score.Pairs, parts.Pairs);
            score.Near = Math.Max(score.Near, parts.Near);
        }

        for (var group = 0; group < _groups.Count; group++)
        {
            score.Stem += _stems[group];
            score.Coverage += Share(group) * _literal[group];
            score.WideCoverage += Share(group) * _wide[group];
            score.MissesProper |= _wide[group] < 0.5 && (_groups[group].IsProper || _groups[group].Kind == WordKind.Number) && _groups[group].Weight >= 1;
            if (!IsSpecific(_groups[group])) continue;
            score.SpecificCoverage += _groups[group].Weight * _groups[group].Idf / _specificIdf * _wide[group];
            score.MissingShare = Math.Max(score.MissingShare, Share(group) * (1 - Math.Min(1, _wide[group])));
        }

        return score;
    }

    /// <summary>How each sentence of the passage's own text meets the question, best view first.</summary>
    /// <param name="ordinal">The passage.</param>
    /// <param name="sentences">One entry a sentence: its score and its coverage; set to the best of all views.</param>
    public void ScoreSentences(int ordinal, Span<(double Score, double Coverage)> sentences)
    {
        sentences.Clear();
        foreach (var scorer in _viewScorers)
        {
            if (scorer.Read(ordinal)) scorer.ScoreSentences(sentences);
        }
    }

    /// <summary>How wholly an alias of a candidate and the question meet, 0 to 1.</summary>
    public double AliasMatch(in CandidateScore score) => _totalIdf > 0 ? Math.Min(1, score.Alias / (RankingWeights.Alias * _totalIdf)) : 0;

    private static bool IsSpecific(QueryGroup group) => group.Kind is WordKind.Content or WordKind.Unknown or WordKind.Context;

    private double Share(int group) => _totalIdf > 0 ? _groups[group].Weight * _groups[group].Idf / _totalIdf : 0;
}
