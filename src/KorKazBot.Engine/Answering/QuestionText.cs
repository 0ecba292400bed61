using System.Globalization;
using System.Text;

namespace KorKazBot.Engine.Answering;

/// <summary>Makes what people type safe to work with.</summary>
public static class QuestionText
{
    /// <summary>Longest question that is read, in UTF-16 units; the rest is cut off at a whole character.</summary>
    public const int MaxCharacters = 1000;

    /// <summary>Most combining marks kept on one letter (RELIABILITY: one letter with 3,000 marks).</summary>
    private const int MaxMarks = 4;

    /// <summary>
    /// Removes control, bidirectional and invisible characters, replaces lone surrogates by U+FFFD, folds white space to single
    /// spaces, trims, and cuts at <see cref="MaxCharacters"/>. What remains is valid UTF-16.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(Math.Min(text.Length, MaxCharacters));
        var marks = 0;
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, 4 * MaxCharacters)).EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxCharacters) break;
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control || IsInvisible(rune.Value)) continue;
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MaxMarks) clean.Append(rune.ToString());
        }

        while (clean.Length > 0 && clean[^1] == ' ') clean.Length--;
        return clean.ToString();
    }

    // Format characters that hide inside words or turn the reading direction: soft hyphen, zero-width signs, bidirectional controls,
    // Hangul fillers, the byte order mark and the tags block. The zero-width joiner stays: emoji families are one character by it.
    private static bool IsInvisible(int codePoint) => codePoint
        is 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x200B and <= 0x200C) or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xE0000 and <= 0xE0FFF);
}
