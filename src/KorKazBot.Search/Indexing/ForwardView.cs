namespace KorKazBot.Search.Indexing;

/// <summary>A passage in one language as word numbers: what a candidate is scored on, without reading its text again.</summary>
/// <remarks>
/// Coded as variable-length integers, about one and a half bytes a word, so that a million passages fit in memory. Stop words are left
/// out; 0 stands between sentences and between aliases. Reading marks the words that a question meets on the way: most meet nothing and
/// are never looked at again. Reused for one candidate after the other by one thread.
/// </remarks>
internal sealed class ForwardView
{
    private int[] _words = new int[256];
    private int[] _met = new int[256];
    private int _metCount;
    private int _textEnd;
    private int _askedEnd;
    private int _end;

    /// <summary>The passage's own words, sentence by sentence.</summary>
    public Stretches Text => new(this, 0, _textEnd);

    /// <summary>The words of the interviewer's question.</summary>
    public Stretches Asked => new(this, _textEnd, _askedEnd);

    /// <summary>The words of the aliases, alias by alias.</summary>
    public Stretches Aliases => new(this, _askedEnd, _end);

    /// <summary>Reads a coded view.</summary>
    /// <param name="code">What <see cref="ForwardCode"/> wrote.</param>
    /// <param name="wanted">A bit for each word number: whether the question meets it.</param>
    public void Read(ReadOnlySpan<byte> code, ulong[] wanted)
    {
        var at = 0;
        _textEnd = ReadNumber(code, ref at);
        _askedEnd = _textEnd + ReadNumber(code, ref at);
        _end = _askedEnd + ReadNumber(code, ref at);
        if (_words.Length < _end) (_words, _met) = (new int[2 * _end], new int[2 * _end]);

        var (words, met, count) = (_words, _met, 0);
        for (var i = 0; i < _end; i++)
        {
            var word = code[at] < 0x80 ? code[at++] : ReadNumber(code, ref at);
            words[i] = word;
            if ((wanted[word >> 6] & (1UL << word)) != 0) met[count++] = i;
        }

        _metCount = count;
    }

    private static int ReadNumber(ReadOnlySpan<byte> code, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = code[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }

    /// <summary>Walks over a part of the view, stretch by stretch: sentences, or aliases. An empty stretch keeps its place.</summary>
    internal ref struct Stretches
    {
        private ReadOnlySpan<int> _rest;
        private ReadOnlySpan<int> _met;
        private int _next;
        private bool _done;

        public Stretches(ForwardView view, int start, int end)
        {
            _rest = view._words.AsSpan(start, end - start);
            _met = view._met.AsSpan(0, view._metCount);
            _met = _met[CountBefore(start)..];
            (_next, _done) = (start, start == end);
        }

        /// <summary>The words of the stretch.</summary>
        public ReadOnlySpan<int> Words { get; private set; }

        /// <summary>The places of the words that the question meets; subtract <see cref="Start"/> to index <see cref="Words"/>.</summary>
        public ReadOnlySpan<int> Met { get; private set; }

        /// <summary>The place of the stretch's first word.</summary>
        public int Start { get; private set; }

        public bool MoveNext()
        {
            if (_done) return false;
            var border = _rest.IndexOf(0);
            _done = border < 0;
            Words = _done ? _rest : _rest[..border];
            _rest = _done ? [] : _rest[(border + 1)..];
            Start = _next;
            _next += Words.Length + 1;
            var count = CountBefore(Start + Words.Length);
            Met = _met[..count];
            _met = _met[count..];
            return true;
        }

        private readonly int CountBefore(int place)
        {
            var count = 0;
            while (count < _met.Length && _met[count] < place) count++;
            return count;
        }
    }
}
