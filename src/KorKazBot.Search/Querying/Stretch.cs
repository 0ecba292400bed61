using System.Numerics;
using KorKazBot.Engine.Answering;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>What one sentence, question or alias meets of the question.</summary>
internal sealed class Stretch(Vocabulary vocabulary, TermLookup lookup, List<QueryGroup> groups)
{
    private readonly double _totalIdf = groups.Sum(group => group.Weight * group.Idf);
    private readonly double[] _literal = new double[groups.Count];
    private readonly double[] _wide = new double[groups.Count];
    private readonly int[] _seenIn = new int[lookup.Slots.Length];
    private int _stretch;
    private ulong _touched;
    private double _occurrence;

    /// <summary>Summed IDF of the groups that were met, each by its share.</summary>
    public double Met { get; private set; }

    /// <summary>Whether a figure of the question, such as a year, was met.</summary>
    public bool MetFigure { get; private set; }

    /// <summary>Number of words that met anything.</summary>
    public int Words { get; private set; }

    /// <summary>Share of the question's IDF, 0 to 1.</summary>
    public double Coverage => _totalIdf > 0 ? Met / _totalIdf : 0;

    /// <summary>Compares the words of a stretch with the question.</summary>
    /// <param name="stretch">The words, with those that the question meets.</param>
    /// <param name="frequencies">Counts how often each slot occurs; null: not counted.</param>
    /// <param name="proximity">Told where groups stand; null: not told.</param>
    /// <param name="occurrence">How much one occurrence counts.</param>
    public void Meet(in ForwardView.Stretches stretch, double[]? frequencies = null, Proximity? proximity = null, double occurrence = 1)
    {
        (Met, MetFigure, Words) = (0, false, 0);
        var next = stretch.Start;
        if (!stretch.Met.IsEmpty)
        {
            _touched = 0;
            _stretch++;
            _occurrence = occurrence;
            foreach (var place in stretch.Met)
            {
                proximity?.Skip(place - next);
                next = place + 1;
                var met = MeetWord(stretch.Words[place - stretch.Start], frequencies);
                if (met != 0) Words++;
                proximity?.Add(met);
            }

            AddUp();
        }

        proximity?.Skip(stretch.Start + stretch.Words.Length - next);
    }

    private ulong MeetWord(int word, double[]? frequencies)
    {
        if (frequencies is not null)
        {
            Count(TermKind.Exact, word, frequencies);
            Count(TermKind.Broad, vocabulary.BroadOf(word), frequencies);
            foreach (var gram in vocabulary.GramsOf(word)) Count(TermKind.Gram, gram, frequencies);
        }

        var met = 0UL;
        foreach (var term in vocabulary.TermsOf(word)) met |= MeetTerm(term, frequencies);
        return met;
    }

    private void AddUp()
    {
        for (var rest = _touched; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            MetFigure |= groups[group].Kind == WordKind.Number;
            Met += groups[group].Weight * groups[group].Idf * Math.Min(1, _wide[group]);
        }
    }

    /// <summary>The groups met, a bit each.</summary>
    public ulong Touched => Words == 0 ? 0 : _touched;

    /// <summary>Summed IDF of the groups met, each by its share and by a weight of its own.</summary>
    public double MetBy(ReadOnlySpan<double> weights)
    {
        var met = 0.0;
        for (var rest = Touched; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            met += weights[group] * groups[group].Weight * groups[group].Idf * Math.Min(1, _wide[group]);
        }

        return met;
    }

    /// <summary>Raises coverage by group to what this stretch has.</summary>
    public void Raise(double[] literal, double[] wide)
    {
        if (Met == 0) return;
        for (var rest = _touched; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            literal[group] = Math.Max(literal[group], Math.Min(1, _literal[group]));
            wide[group] = Math.Max(wide[group], Math.Min(1, _wide[group]));
        }
    }

    private ulong MeetTerm(int term, double[]? frequencies)
    {
        var met = 0UL;
        for (var slot = lookup.First(TermKind.Stem, term); slot >= 0; slot = lookup.Next(slot))
        {
            if (frequencies is not null) frequencies[slot] += _occurrence;
            met |= 1UL << lookup.Slots[slot].Group;
            if (_seenIn[slot] == _stretch) continue;
            _seenIn[slot] = _stretch;
            AddShare(lookup.Slots[slot]);
        }

        return met;
    }

    // The parts of a word add up (Korean pairs of syllables); of other words for it the best one counts.
    private void AddShare(TermLookup.Slot slot)
    {
        if ((_touched & (1UL << slot.Group)) == 0)
        {
            _touched |= 1UL << slot.Group;
            (_literal[slot.Group], _wide[slot.Group]) = (0, 0);
        }

        if (slot.Term.Kind == TermKind.Alternative)
        {
            _wide[slot.Group] = Math.Max(_wide[slot.Group], slot.Term.Weight * slot.Term.Share);
            return;
        }

        _literal[slot.Group] += slot.Term.Share;
        _wide[slot.Group] = Math.Max(_wide[slot.Group], _literal[slot.Group]);
    }

    private void Count(TermKind kind, int number, double[] frequencies)
    {
        for (var slot = lookup.First(kind, number); slot >= 0; slot = lookup.Next(slot)) frequencies[slot] += _occurrence;
    }
}
