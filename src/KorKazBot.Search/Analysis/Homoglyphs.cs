namespace KorKazBot.Search.Analysis;

/// <summary>Letters that look alike in Latin and Cyrillic: a word typed with both (КАIST) is brought into one script.</summary>
internal static class Homoglyphs
{
    private const string Cyrillic = "асеохрукмтвн";
    private const string Latin = "aceoxpykmtbh";

    /// <summary>Rewrites the fewer letters to the script of the more, where every one of them has a look-alike.</summary>
    /// <returns>The word's length, unchanged.</returns>
    public static int Unify(Span<char> word)
    {
        int latin = 0, cyrillic = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetter(letter)) latin++;
            else if (letter is >= '\u0400' and <= '\u04FF') cyrillic++;
        }

        if (latin == 0 || cyrillic == 0) return word.Length;
        var (from, to) = latin >= cyrillic ? (Cyrillic, Latin) : (Latin, Cyrillic);
        foreach (var letter in word)
        {
            if (IsOther(letter, latin >= cyrillic) && !from.Contains(letter)) return word.Length;
        }

        for (var i = 0; i < word.Length; i++)
        {
            var at = IsOther(word[i], latin >= cyrillic) ? from.IndexOf(word[i]) : -1;
            if (at >= 0) word[i] = to[at];
        }

        return word.Length;
    }

    private static bool IsOther(char letter, bool mostlyLatin) =>
        mostlyLatin ? letter is >= '\u0400' and <= '\u04FF' : char.IsAsciiLetter(letter);
}
