namespace KorKazBot.Corpus.Reading;

/// <summary>Names the likely encoding of bytes that are not UTF-8, as <c>iconv</c> calls it, to help the person who converts the file.</summary>
internal static class EncodingGuess
{
    /// <summary>The likeliest encoding.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "UTF-16LE";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "UTF-16BE";

        int evenNuls = 0, oddNuls = 0, cyrillic = 0, hangul = 0, high = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0 && i % 2 == 0) evenNuls++;
            else if (bytes[i] == 0) oddNuls++;
            if (bytes[i] >= 0x80) high++;

            // Windows-1251 has its lower-case letters at 0xE0 to 0xFF; EUC-KR writes Hangul as pairs that begin with 0xB0 to 0xC8.
            if (bytes[i] >= 0xE0) cyrillic++;
            if (bytes[i] is >= 0xB0 and <= 0xC8 && i + 1 < bytes.Length && bytes[i + 1] >= 0xA1) hangul++;
        }

        if (oddNuls > bytes.Length / 8) return "UTF-16LE";
        if (evenNuls > bytes.Length / 8) return "UTF-16BE";
        if (high == 0) return "ISO-8859-1";
        return 2 * hangul > high - hangul ? "EUC-KR" : 2 * cyrillic > high ? "WINDOWS-1251" : "WINDOWS-1252";
    }
}
