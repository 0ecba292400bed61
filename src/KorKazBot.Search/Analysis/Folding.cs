using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;

namespace KorKazBot.Search.Analysis;

/// <summary>Maps characters to the forms under which words are compared, the same for corpus and question.</summary>
/// <remarks>
/// Needs no ICU, which may be missing on a server: full-width forms, decomposed Hangul and Cyrillic, Latin accents and Kazakh letters
/// are folded by rule. Kazakh letters become the Russian ones that people type on a Russian keyboard (қ as к, ұ as у).
/// </remarks>
internal static class Folding
{
    /// <summary>Writes the folded word; marks and invisible characters vanish.</summary>
    /// <returns>The number of characters written; at most 4 for each character read.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (character < 0x80)
            {
                if (char.IsAsciiLetterOrDigit(character)) folded[length++] = char.ToLowerInvariant(character);
            }
            else if (character is >= '가' and <= '힣')
            {
                folded[length++] = character;
            }
            else
            {
                length = FoldOther(character, folded, length);
            }
        }

        return length;
    }

    private static int FoldOther(char character, Span<char> folded, int length)
    {
        switch (character)
        {
            case '\u0306' when length > 0 && folded[length - 1] == 'и':
                folded[length - 1] = 'й';
                return length;
            case >= '\u1100' and <= '\u11FF':
                return AppendJamo(character, folded, length);
            case >= '\uFF10' and <= '\uFF5A':
                character = (char)(character - 0xFEE0);
                if (char.IsAsciiLetterOrDigit(character)) folded[length++] = char.ToLowerInvariant(character);
                return length;
            case >= '\u0400' and <= '\u04FF':
                folded[length++] = FoldCyrillic(char.ToLowerInvariant(character));
                return length;
        }

        if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return length;
        if (character is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF') return FoldLatin(character, folded, length);
        folded[length++] = char.ToLowerInvariant(character);
        return length;
    }

    private static char FoldCyrillic(char lower) => lower switch
    {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' or 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        _ => lower,
    };

    private static int FoldLatin(char character, Span<char> folded, int length)
    {
        var input = new[] { character };
        var output = new char[4];
        var written = ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, 1);
        for (var i = 0; i < written; i++) folded[length++] = char.ToLowerInvariant(output[i]);
        return length;
    }

    // Hangul composition by arithmetic: Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
    private static int AppendJamo(char jamo, Span<char> folded, int length)
    {
        if (length > 0)
        {
            var previous = folded[length - 1];
            if (previous is >= '\u1100' and <= '\u1112' && jamo is >= '\u1161' and <= '\u1175')
            {
                folded[length - 1] = (char)(0xAC00 + ((((previous - 0x1100) * 21) + (jamo - 0x1161)) * 28));
                return length;
            }

            if (previous is >= '가' and <= '힣' && (previous - 0xAC00) % 28 == 0 && jamo is >= '\u11A8' and <= '\u11C2')
            {
                folded[length - 1] = (char)(previous + (jamo - 0x11A7));
                return length;
            }
        }

        folded[length] = jamo;
        return length + 1;
    }
}
