namespace KorKazBot.Search.Indexing;

/// <summary>Numbers strings and counts in how many passages each occurs.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _passages = [];
    private readonly List<int> _lastPassage = [];

    public TermTable(bool firstIsBorder)
    {
        if (!firstIsBorder) return;
        _texts.Add("");
        _passages.Add(0);
        _lastPassage.Add(-1);
    }

    /// <summary>How many numbers are given out.</summary>
    public int Count => _texts.Count;

    /// <summary>The string of a number.</summary>
    public string Text(int number) => _texts[number];

    /// <summary>In how many passages it occurs.</summary>
    public int Passages(int number) => _passages[number];

    /// <summary>The number of a string that the table has.</summary>
    public bool TryGet(string text, out int number) => _numbers.TryGetValue(text, out number);

    /// <summary>Numbers a string.</summary>
    /// <returns>Whether it is new.</returns>
    public bool TryAdd(string text, out int number)
    {
        if (_numbers.TryGetValue(text, out number)) return false;
        number = _texts.Count;
        _numbers.Add(text, number);
        _texts.Add(text);
        _passages.Add(0);
        _lastPassage.Add(-1);
        return true;
    }

    /// <summary>The number of a string, new or known.</summary>
    public int GetOrAdd(string text)
    {
        TryAdd(text, out var number);
        return number;
    }

    /// <summary>Counts an occurrence; a second one in the same passage counts nothing.</summary>
    public void CountIn(int passage, int number)
    {
        if (_lastPassage[number] == passage) return;
        _lastPassage[number] = passage;
        _passages[number]++;
    }

    /// <summary>Sets a count read from a file.</summary>
    public void SetPassages(int number, int passages) => _passages[number] = passages;
}
