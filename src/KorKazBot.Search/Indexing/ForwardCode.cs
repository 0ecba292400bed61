namespace KorKazBot.Search.Indexing;

/// <summary>Writes the code that <see cref="ForwardView.Read"/> reads.</summary>
internal static class ForwardCode
{
    /// <summary>Codes one passage's view.</summary>
    public static byte[] Write(List<int> text, List<int> asked, List<int> aliases)
    {
        var code = new List<byte>(2 * (text.Count + asked.Count + aliases.Count) + 6);
        WriteNumber(text.Count, code);
        WriteNumber(asked.Count, code);
        WriteNumber(aliases.Count, code);
        foreach (var list in (ReadOnlySpan<List<int>>)[text, asked, aliases])
        {
            foreach (var number in list) WriteNumber(number, code);
        }

        return [.. code];
    }

    private static void WriteNumber(int number, List<byte> code)
    {
        for (; number >= 0x80; number >>= 7) code.Add((byte)(number | 0x80));
        code.Add((byte)number);
    }
}
