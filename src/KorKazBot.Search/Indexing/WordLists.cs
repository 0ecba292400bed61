namespace KorKazBot.Search.Indexing;

/// <summary>Lists of words by number, chained through two arrays: many short lists without an object each.</summary>
internal sealed class WordLists
{
    private readonly List<int> _last = [];
    private readonly List<(int Word, int Before)> _entries = [(0, 0)];

    /// <summary>Puts a word on a list.</summary>
    public void Add(int list, int word)
    {
        while (_last.Count <= list) _last.Add(0);
        _entries.Add((word, _last[list]));
        _last[list] = _entries.Count - 1;
    }

    /// <summary>The words of a list, the last added first.</summary>
    public Enumerator Of(int list) => new(_entries, list < _last.Count ? _last[list] : 0);

    /// <summary>Walks over one list.</summary>
    internal struct Enumerator(List<(int Word, int Before)> entries, int first)
    {
        private int _next = first;

        public int Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next == 0) return false;
            (Current, _next) = entries[_next];
            return true;
        }
    }
}
