namespace KorKazBot.Search.Spelling;

/// <summary>Takes Hangul syllables apart into letters, so that one wrong letter is one slip.</summary>
internal static class Jamo
{
    /// <summary>The letters of a word; what is no syllable stays. Unicode Standard, section 3.12.</summary>
    public static string Decompose(string word)
    {
        Span<char> letters = stackalloc char[3 * word.Length];
        var length = 0;
        foreach (var syllable in word)
        {
            if (syllable is < '가' or > '힣')
            {
                letters[length++] = syllable;
                continue;
            }

            var index = syllable - 0xAC00;
            letters[length++] = (char)(0x1100 + (index / 588));
            letters[length++] = (char)(0x1161 + (index % 588 / 28));
            if (index % 28 != 0) letters[length++] = (char)(0x11A7 + (index % 28));
        }

        return letters[..length].ToString();
    }
}
