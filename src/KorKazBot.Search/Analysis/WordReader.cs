using System.Globalization;

namespace KorKazBot.Search.Analysis;

/// <summary>Cuts text into folded words. Grouped figures are one word, so that "50 000", "50,000" and "50000" meet.</summary>
internal static class WordReader
{
    /// <summary>Longer words are no words; they are dropped (a 10,000-letter word would only cost time).</summary>
    private const int MaxWordLength = 64;

    /// <summary>The words of a text, in order.</summary>
    public static List<Word> Read(string text) => Read(text, 0, text.Length);

    /// <summary>The words of a stretch of a text; positions are in the whole text.</summary>
    public static List<Word> Read(string text, int start, int end)
    {
        var words = new List<Word>();
        Span<char> folded = stackalloc char[4 * MaxWordLength];
        for (var i = start; i < end;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }

            int length, wordEnd;
            if (char.IsAsciiDigit(text[i]))
            {
                wordEnd = ReadFigure(text, i, end, folded, out length);
            }
            else
            {
                wordEnd = EndOfWord(text, i, end);
                length = wordEnd - i <= MaxWordLength ? FoldWord(text.AsSpan(i, wordEnd - i), folded) : 0;
            }

            if (length > 0) words.Add(new Word(folded[..length].ToString(), i, wordEnd));
            i = wordEnd;
        }

        return words;
    }

    private static int FoldWord(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = Folding.Fold(word, folded);
        Homoglyphs.Unify(folded[..length]);

        // "Kazakhstan’s" is Kazakhstan; folding has dropped the apostrophe already.
        var possessive = word.Length > 2 && word[^1] is ('s' or 'S') && IsApostrophe(word[^2]);
        return possessive ? length - 1 : length;
    }

    private static int EndOfWord(string text, int i, int end)
    {
        while (i < end && (IsWordCharacter(text[i]) || IsInnerApostrophe(text, i, end))) i++;
        return i;
    }

    // "6.5", "6,5", "50 000", "1,234,567": groups of three after one to three digits are one figure. Letters that follow at once belong
    // to it ("5G"), but a Korean counter does not ("2019년").
    private static int ReadFigure(string text, int i, int end, Span<char> figure, out int length)
    {
        length = 0;
        var digits = CountDigits(text, i, end);
        var grouped = digits <= 3;
        i = Append(text, i, digits, figure, ref length);
        while (i + 1 < end && (digits = CountDigits(text, i + 1, end)) > 0)
        {
            if (grouped && digits == 3 && text[i] is (' ' or ',' or '\u00A0' or '\u202F' or '\u2009'))
            {
                i = Append(text, i + 1, digits, figure, ref length);
            }
            else
            {
                if (text[i] is not ('.' or ',') || length + 1 >= figure.Length) break;
                figure[length++] = '.';
                return Append(text, i + 1, digits, figure, ref length);
            }
        }

        if (i >= end || !IsWordCharacter(text[i]) || text[i] is >= '가' and <= '힣') return i;
        var wordEnd = EndOfWord(text, i, end);
        if (wordEnd - i + length > MaxWordLength) length = 0;
        else length += Folding.Fold(text.AsSpan(i, wordEnd - i), figure[length..]);
        return wordEnd;
    }

    // A figure longer than any real one keeps its first digits only.
    private static int Append(string text, int start, int digits, Span<char> figure, ref int length)
    {
        for (var i = start; i < start + digits && length < MaxWordLength; i++) figure[length++] = text[i];
        return start + digits;
    }

    private static int CountDigits(string text, int i, int end)
    {
        var first = i;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        return i - first;
    }

    private static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character)
        || (character is '\u00AD' or >= '\u0300'
            && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    private static bool IsInnerApostrophe(string text, int i, int end) =>
        IsApostrophe(text[i]) && i + 1 < end && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]);

    private static bool IsApostrophe(char character) => character is '\'' or '’' or 'ʼ' or '`';
}
