using System.Numerics;

namespace KorKazBot.Search.Querying;

/// <summary>Finds neighbours of the question that are neighbours in a passage, or at least near.</summary>
internal sealed class Proximity(List<QueryGroup> groups)
{
    // RETRIEVAL.md section 4: within 8 words.
    private const int Window = 8;

    private readonly int[] _lastSeen = new int[groups.Count];
    private int _position;
    private ulong _previous;
    private ulong _pairs;
    private ulong _near;

    /// <summary>Begins another passage.</summary>
    public void Clear()
    {
        Array.Fill(_lastSeen, -Window - 1);
        (_position, _previous, _pairs, _near) = (0, 0, 0, 0);
    }

    /// <summary>Passes over words that meet nothing.</summary>
    public void Skip(int words)
    {
        _position += words;
        if (words > 0) _previous = 0;
    }

    /// <summary>Takes the next word.</summary>
    /// <param name="met">The groups that it meets, one bit each.</param>
    public void Add(ulong met)
    {
        _position++;
        _pairs |= met & (_previous << 1);
        for (var rest = met; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            if (group > 0 && _position - _lastSeen[group - 1] <= Window) _near |= 1UL << group;
            if (group + 1 < groups.Count && _position - _lastSeen[group + 1] <= Window) _near |= 1UL << (group + 1);
            _lastSeen[group] = _position;
        }

        _previous = met;
    }

    /// <summary>The pairs met, each counted by the lesser IDF of its two words.</summary>
    public (double Pairs, double Near) Sum() => (Sum(_pairs), Sum(_near));

    private double Sum(ulong pairs)
    {
        var sum = 0.0;
        for (; pairs != 0; pairs &= pairs - 1)
        {
            var group = BitOperations.TrailingZeroCount(pairs);
            if (group == 0 || groups[group].Weight != groups[group - 1].Weight) continue;
            sum += groups[group].Weight * Math.Min(groups[group].Idf, groups[group - 1].Idf);
        }

        return sum;
    }
}
