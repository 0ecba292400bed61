namespace KorKazBot.Search.Indexing;

/// <summary>A passage in one language as word numbers: what a candidate is scored on, without reading its text again.</summary>
/// <remarks>
/// Coded as variable-length integers, about one and a half bytes a word, so that a million passages fit in memory. Stop words are left
/// out; 0 stands between sentences and between aliases.
/// </remarks>
internal ref struct ForwardView
{
    /// <summary>The passage's own words, sentence by sentence.</summary>
    public ReadOnlySpan<int> Text { get; private set; }

    /// <summary>The words of the interviewer's question.</summary>
    public ReadOnlySpan<int> Asked { get; private set; }

    /// <summary>The words of the aliases, alias by alias.</summary>
    public ReadOnlySpan<int> Aliases { get; private set; }

    /// <summary>Reads a coded view.</summary>
    /// <param name="code">What <see cref="ForwardCode"/> wrote.</param>
    /// <param name="buffer">Room for the numbers; grows.</param>
    public static ForwardView Read(ReadOnlySpan<byte> code, ref int[] buffer)
    {
        var text = ReadNumber(ref code);
        var asked = ReadNumber(ref code);
        var aliases = ReadNumber(ref code);
        var total = text + asked + aliases;
        if (buffer.Length < total) buffer = new int[Math.Max(total, 2 * buffer.Length)];
        for (var i = 0; i < total; i++) buffer[i] = ReadNumber(ref code);
        return new ForwardView
        {
            Text = buffer.AsSpan(0, text),
            Asked = buffer.AsSpan(text, asked),
            Aliases = buffer.AsSpan(text + asked, aliases),
        };
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> code)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = code[0];
            code = code[1..];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }
}
