namespace KorKazBot.Search.Indexing;

/// <summary>All passages' views in one language: the vocabulary and the coded words, by the passage's ordinal.</summary>
/// <remarks>Grows while an index is built, by one thread; afterwards only read.</remarks>
internal sealed class LanguageViews(Vocabulary vocabulary)
{
    private byte[] _codes = new byte[4096];
    private readonly List<int> _ends = [];
    private long _words;

    /// <summary>The words and terms.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>How many passages have a view in this language.</summary>
    public int Passages { get; private set; }

    /// <summary>Mean number of words of a passage's own text.</summary>
    public double AverageLength => Passages == 0 ? 1 : Math.Max(1, (double)_words / Passages);

    /// <summary>Bytes of the coded views.</summary>
    public int CodeBytes => _ends is [] ? 0 : _ends[^1];

    /// <summary>The coded view of a passage; empty where it has none in this language.</summary>
    public ReadOnlySpan<byte> Code(int ordinal)
    {
        if (ordinal >= _ends.Count) return [];
        var start = ordinal == 0 ? 0 : _ends[ordinal - 1];
        return _codes.AsSpan(start, _ends[ordinal] - start);
    }

    /// <summary>Adds the next passage's view; passages come in the order of their ordinals, those without a view may be left out.</summary>
    public void Add(int ordinal, ReadOnlySpan<byte> code, int words)
    {
        while (_ends.Count < ordinal) _ends.Add(CodeBytes);
        var start = CodeBytes;
        if (start + code.Length > _codes.Length) Array.Resize(ref _codes, Math.Max(start + code.Length, 2 * _codes.Length));
        code.CopyTo(_codes.AsSpan(start));
        _ends.Add(start + code.Length);
        Passages++;
        _words += words;
    }

    /// <summary>Writes the coded views, without the vocabulary.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Passages);
        writer.Write(_words);
        writer.Write7BitEncodedInt(_ends.Count);
        var start = 0;
        foreach (var end in _ends)
        {
            writer.Write7BitEncodedInt(end - start);
            start = end;
        }

        writer.Write(_codes, 0, CodeBytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LanguageViews Read(BinaryReader reader, Vocabulary vocabulary)
    {
        var views = new LanguageViews(vocabulary) { Passages = reader.Read7BitEncodedInt(), _words = reader.ReadInt64() };
        var count = reader.Read7BitEncodedInt();
        views._ends.Capacity = count;
        for (var i = 0; i < count; i++) views._ends.Add(views.CodeBytes + reader.Read7BitEncodedInt());
        views._codes = reader.ReadBytes(views.CodeBytes);
        return views;
    }
}
