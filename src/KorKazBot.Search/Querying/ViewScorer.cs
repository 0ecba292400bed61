using System.Numerics;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>Scores passages' views in one language for one question. One thread.</summary>
internal sealed class ViewScorer(LanguageViews views, TermLookup lookup, List<QueryGroup> groups, AnswerType type)
{
    // What a word counts in a passage whose every sentence has it.
    private const double BaseTelling = 1;

    // "And after that?" asks for another sentence than the question before it.
    private const double ContextTelling = 0.5;

    private readonly double[] _frequencies = new double[lookup.Slots.Length];
    private readonly Stretch _stretch = new(views.Vocabulary, lookup, groups);
    private readonly Proximity _proximity = new(groups);
    private readonly ForwardView _view = new();

    /// <summary>The parts of one view's score that are not counted word by word, each by its weight in the view's language.</summary>
    internal record struct Parts(double Broad, double Grams, double Exact, double Alias, double Sentence, double Pairs, double Near);

    /// <summary>Reads a passage's view.</summary>
    /// <returns>False where the passage has none in this language.</returns>
    public bool Read(int ordinal)
    {
        var code = views.Code(ordinal);
        if (code.IsEmpty) return false;
        _view.Read(code, lookup.Words);
        return true;
    }

    /// <summary>Scores the view that was read.</summary>
    /// <param name="stems">Each group's BM25; raised where this view meets it better.</param>
    /// <param name="literal">Each group's literal coverage, 0 to 1; raised likewise.</param>
    /// <param name="wide">The same with alternatives counted.</param>
    public Parts Score(double[] stems, double[] literal, double[] wide)
    {
        var parts = default(Parts);
        Array.Clear(_frequencies);
        _proximity.Clear();
        var length = 0;
        for (var sentences = _view.Text; sentences.MoveNext();)
        {
            _stretch.Meet(sentences, _frequencies, _proximity);
            _stretch.Raise(literal, wide);
            parts.Sentence = Math.Max(parts.Sentence, SentenceScore(sentences.Words) * TypeFactor(sentences.Words));
            length += sentences.Words.Length;
        }

        (parts.Pairs, parts.Near) = _proximity.Sum();

        for (var asked = _view.Asked; asked.MoveNext();)
        {
            _stretch.Meet(asked, _frequencies, null, RankingWeights.AskedOccurrence);
            _stretch.Raise(literal, wide);
        }

        AddBm25(length, ref parts, stems);
        for (var aliases = _view.Aliases; aliases.MoveNext();)
        {
            if (aliases.Met.IsEmpty) continue;
            _stretch.Meet(aliases);
            _stretch.Raise(literal, wide);
            parts.Alias = Math.Max(parts.Alias, _stretch.Met * _stretch.Coverage * _stretch.Words / aliases.Words.Length);
        }

        return Weigh(parts, views.Vocabulary.Analysis.Ranking);
    }

    private static Parts Weigh(in Parts parts, RankingWeights weights) => new(
        weights.Broad * parts.Broad, weights.Grams * parts.Grams, weights.Exact * parts.Exact, RankingWeights.Alias * parts.Alias,
        weights.Sentence * parts.Sentence, weights.Pairs * parts.Pairs, weights.Near * parts.Near);

    /// <summary>Raises each sentence's score and coverage to what the view that was read gives.</summary>
    public void ScoreSentences(Span<(double Score, double Coverage)> sentences)
    {
        Span<double> telling = stackalloc double[groups.Count];
        WeighBySentences(telling);
        var at = 0;
        for (var own = _view.Text; own.MoveNext() && at < sentences.Length; at++) // a translation may be cut into more sentences
        {
            _stretch.Meet(own);
            var score = _stretch.Met == 0 ? 0 : SentenceScore(own.Words) * _stretch.MetBy(telling) / _stretch.Met;
            sentences[at] = (Math.Max(sentences[at].Score, score), Math.Max(sentences[at].Coverage, _stretch.Coverage));
        }
    }

    // What the whole passage talks about doesn't tell its sentences apart.
    private void WeighBySentences(Span<double> telling)
    {
        telling.Clear();
        var count = 0;
        for (var own = _view.Text; own.MoveNext(); count++)
        {
            _stretch.Meet(own);
            for (var rest = _stretch.Touched; rest != 0; rest &= rest - 1) telling[BitOperations.TrailingZeroCount(rest)]++;
        }

        for (var group = 0; group < telling.Length; group++)
        {
            var weight = BaseTelling + Math.Log(1 + ((count - telling[group] + 0.5) / (telling[group] + 0.5)));
            telling[group] = groups[group].Kind == WordKind.Context ? ContextTelling * weight : weight;
        }
    }

    // A long sentence meets more words by chance; half of the length counts, as in BM25 with b = 0.5.
    private double SentenceScore(ReadOnlySpan<int> sentence)
    {
        if (_stretch.Met == 0) return 0;
        var score = _stretch.Met / (0.5 + (0.5 * Math.Max(sentence.Length, 4) / 12));
        return _stretch.MetFigure ? score * RankingWeights.SameFigure : score;
    }

    private double TypeFactor(ReadOnlySpan<int> sentence)
    {
        if (type == AnswerType.Any) return 1;
        foreach (var word in sentence)
        {
            if (views.Vocabulary.IsFigure(word)) return RankingWeights.RightType;
        }

        return 1;
    }

    private void AddBm25(int length, ref Parts parts, double[] stems)
    {
        Span<double> parted = stackalloc double[groups.Count];
        Span<double> alternative = stackalloc double[groups.Count];
        for (var i = 0; i < _frequencies.Length; i++)
        {
            if (_frequencies[i] == 0) continue;
            var (group, term) = lookup.Slots[i];
            var saturated = groups[group].Weight * term.Weight * Bm25.Saturate(_frequencies[i], length, views.AverageLength, views.Vocabulary.Analysis.Ranking);
            switch (term.Kind)
            {
                case TermKind.Stem: parted[group] += term.Idf * saturated; break;
                case TermKind.Broad: parts.Broad += term.Idf * saturated; break;
                case TermKind.Gram: parts.Grams += term.Idf * saturated; break;
                case TermKind.Exact: parts.Exact += term.Idf * saturated; break;
                default: alternative[group] = Math.Max(alternative[group], groups[group].Idf * saturated); break;
            }
        }

        for (var group = 0; group < groups.Count; group++)
            stems[group] = Math.Max(stems[group], Math.Max(parted[group], alternative[group]));
    }
}
