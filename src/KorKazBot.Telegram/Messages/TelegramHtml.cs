using System.Buffers;
using System.Globalization;
using System.Text;

namespace KorKazBot.Telegram.Messages;

/// <summary>The one way for text of anybody into a message: everything that isn't ours goes through here.</summary>
internal static class TelegramHtml
{
    // What isn't shown, or turns the reading direction of what is, and half a surrogate pair, which no JSON can carry.
    private static readonly SearchValues<char> Suspicious =
        SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(IsSuspicious)]);

    private static readonly SearchValues<char> Markup = SearchValues.Create("<>&\"");

    /// <summary>
    /// The text without control and bidirectional characters, with <c>\n</c> for every kind of line break, a space for tabs, and U+FFFD for
    /// lone surrogates: valid UTF-16 of at most the same length, and what Telegram counts when it measures a message.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Suspicious)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(letter).Append(text[++i]);
            else if (char.IsSurrogate(letter)) clean.Append('\uFFFD');
            else if (letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            else if (letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') clean.Append('\n');
            else if (letter is '\t' or '\v' or '\f') clean.Append(' ');
            else if (!IsSuspicious(letter)) clean.Append(letter);
        }

        return clean.ToString();
    }

    /// <summary>A cleaned text on one line.</summary>
    public static string CleanLine(string text) => Clean(text).Replace('\n', ' ').Trim();

    /// <summary>Whether there is anything to see: Telegram refuses a message without.</summary>
    public static bool HasInk(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format) continue;
            if (!IsBlank(rune.Value)) return true;
        }

        return false;
    }

    /// <summary>The text as HTML that shows exactly it: cleaned, with the four signs of the markup escaped.</summary>
    public static string Escape(string text)
    {
        var clean = Clean(text);
        if (!clean.AsSpan().ContainsAny(Markup)) return clean;
        var html = new StringBuilder(clean.Length + 16);
        foreach (var letter in clean)
        {
            _ = letter switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(letter),
            };
        }

        return html.ToString();
    }

    // Letters and marks without a shape: fillers, selectors of variants, the blank of Braille.
    private static bool IsBlank(int code) =>
        code is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F);

    private static bool IsSuspicious(char letter) =>
        letter != '\n' && char.IsControl(letter) || char.IsSurrogate(letter) || letter
            is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
