using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Querying;

/// <summary>Finds the query terms that a passage's word meets: a small open-addressing table for one question and one language.</summary>
internal sealed class TermLookup
{
    private const int Empty = -1;

    private readonly long[] _keys;
    private readonly int[] _slots;
    private readonly int[] _next;

    public TermLookup(Vocabulary vocabulary, List<QueryGroup> groups)
    {
        Slots = new Slot[groups.Sum(group => group.Terms.Count(term => term.Language == vocabulary.Language))];
        var filled = 0;
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var term in groups[group].Terms)
            {
                if (term.Language == vocabulary.Language) Slots[filled++] = new Slot(group, term);
            }
        }

        var size = 16;
        while (size < 4 * Slots.Length) size *= 2;
        (_keys, _slots, _next) = (new long[size], new int[size], new int[Slots.Length]);
        Array.Fill(_slots, Empty);
        for (var slot = 0; slot < Slots.Length; slot++) Insert(slot);
        Words = new ulong[(vocabulary.Words.Count / 64) + 1];
        foreach (var slot in Slots) MarkWords(vocabulary, slot.Term);
    }

    /// <summary>A bit for each word: whether it meets any term. Most words of a passage meet none, and so they cost next to nothing.</summary>
    public ulong[] Words { get; }

    /// <summary>The terms with the number of their group.</summary>
    public Slot[] Slots { get; }

    /// <summary>The first slot of a term, or -1; follow with <see cref="Next"/>.</summary>
    public int First(TermKind kind, int number)
    {
        var key = Key(kind, number);
        for (var at = Bucket(key); _slots[at] != Empty; at = (at + 1) & (_keys.Length - 1))
        {
            if (_keys[at] == key) return _slots[at];
        }

        return Empty;
    }

    /// <summary>The next slot of the same term, or -1.</summary>
    public int Next(int slot) => _next[slot];

    private void Insert(int slot)
    {
        var key = Key(Slots[slot].Term.Kind, Slots[slot].Term.Number);
        var at = Bucket(key);
        while (_slots[at] != Empty && _keys[at] != key) at = (at + 1) & (_keys.Length - 1);
        _next[slot] = _slots[at];
        (_keys[at], _slots[at]) = (key, slot);
    }

    private void MarkWords(Vocabulary vocabulary, QueryTerm term)
    {
        if (term.Kind == TermKind.Exact)
        {
            Mark(term.Number);
            return;
        }

        var words = term.Kind switch
        {
            TermKind.Broad => vocabulary.WordsOfBroad(term.Number),
            TermKind.Gram => vocabulary.WordsOfGram(term.Number),
            _ => vocabulary.WordsOfTerm(term.Number),
        };
        foreach (var word in words) Mark(word);
    }

    private void Mark(int word) => Words[word >> 6] |= 1UL << word;

    // Stems and alternatives are numbered by the same table.
    private static long Key(TermKind kind, int number) => ((long)(kind == TermKind.Alternative ? TermKind.Stem : kind) << 32) | (uint)number;

    private int Bucket(long key) => (int)((ulong)(key * unchecked((long)0x9E3779B97F4A7C15)) >> 40) & (_keys.Length - 1);

    /// <summary>A term and the group it belongs to.</summary>
    internal readonly record struct Slot(int Group, QueryTerm Term);
}
