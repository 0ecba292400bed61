namespace KorKazBot.Search.Querying;

/// <summary>Walks over word numbers stretch by stretch; 0 stands between two. An empty stretch keeps its place.</summary>
internal ref struct Stretches(ReadOnlySpan<int> words)
{
    private ReadOnlySpan<int> _rest = words;
    private bool _done = words.IsEmpty;

    public ReadOnlySpan<int> Current { get; private set; }

    public readonly Stretches GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_done) return false;
        var border = _rest.IndexOf(0);
        _done = border < 0;
        Current = _done ? _rest : _rest[..border];
        _rest = _done ? [] : _rest[(border + 1)..];
        return true;
    }
}
