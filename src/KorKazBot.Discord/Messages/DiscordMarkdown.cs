using System.Globalization;
using System.Text;
using KorKazBot.Engine;

namespace KorKazBot.Discord.Messages;

/// <summary>
/// The one escaper: makes any text show as it is written, in any place of a message. Nothing in it becomes bold, a heading, a mention or
/// a link, so an address is always seen in full; nothing invisible reorders it; a quoted text can't leave its quote.
/// </summary>
internal static class DiscordMarkdown
{
    // Of the marks on one letter, the rest would climb over the lines above.
    private const int MaxMarks = 4;

    // A backslash before any punctuation shows the punctuation alone.
    private const string Special = @"\*_~`|<[]@";

    /// <summary>The text as Markdown that shows it.</summary>
    public static string Escape(string text) => Write(text, default, "");

    /// <summary>The text as a block quote, with a stretch of it in bold.</summary>
    public static string Quote(string text, TextSpan bold) => Write(text, bold, "> ");

    /// <summary>The text for places that know no Markdown: a label, a footer. Only what is invisible or reorders is taken out.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var (rune, _) in Visible(text)) plain.Append(rune.Value == '\n' ? " " : rune.ToString());
        return plain.ToString().Trim();
    }

    /// <summary>Cuts a text so that it takes at most so many units when it is written, at a word, never inside a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most UTF-16 units of the result, 2 or more.</param>
    /// <param name="write">How it is written: <see cref="Escape"/> or <see cref="Plain"/>, which never shorten by seeing more.</param>
    public static string Fit(string text, int most, Func<string, string> write)
    {
        var (low, high) = (0, Math.Min(text.Length, 8 * most));
        var written = write(text[..high]);
        if (written.Length <= most && high == text.Length) return written;
        if (written.Length < most) return written + "…";
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (write(text[..middle]).Length < most) low = middle;
            else high = middle - 1;
        }

        return write(text[..Border(text, low)]).TrimEnd() + "…";
    }

    // The last word's beginning, where it isn't too far back, else the last character's.
    private static int Border(string text, int most)
    {
        var space = most > 0 ? text.LastIndexOf(' ', most - 1, most - most / 2) : -1;
        if (space > 0) return space;
        var border = 0;
        foreach (var length in Graphemes(text[..Math.Min(text.Length, most + 64)]))
        {
            if (border + length > most) break;
            border += length;
        }

        return border;
    }

    private static IEnumerable<int> Graphemes(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            yield return length;
            i += length;
        }
    }

    private static string Write(string text, TextSpan bold, string lineStart)
    {
        var markdown = new StringBuilder(text.Length + text.Length / 8 + 8).Append(lineStart);
        var line = new LineState();
        foreach (var (rune, at) in Visible(text))
        {
            var isBold = at >= bold.Start && at < bold.End;
            if (rune.Value == '\n')
            {
                line.EndBold(markdown);
                markdown.Append('\n').Append(lineStart);
                line = new LineState();
                continue;
            }

            if (isBold && !Rune.IsWhiteSpace(rune)) line.BeginBold(markdown);
            if (!isBold) line.EndBold(markdown);
            if (MustEscape(rune, at, text, line)) markdown.Append('\\');
            markdown.Append(rune.ToString());
            line.Take(rune);
        }

        line.EndBold(markdown);
        return markdown.ToString();
    }

    private static bool MustEscape(Rune rune, int at, string text, LineState line)
    {
        if (!rune.IsAscii) return false;
        var character = (char)rune.Value;
        if (Special.Contains(character, StringComparison.Ordinal)) return true;
        return character switch
        {
            ':' => at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/',   // no address becomes a link
            '>' or '#' or '-' or '+' => line.IsAtStart,                                  // quote, heading, list, small print
            '.' or ')' => line.IsNumber,                                                // numbered list
            _ => false,
        };
    }

    // What may be shown, with where it stands: line breaks of every kind are one, lone surrogates are U+FFFD.
    private static IEnumerable<(Rune Rune, int At)> Visible(string text)
    {
        var (at, marks) = (0, 0);
        foreach (var read in text.EnumerateRunes())
        {
            var (rune, start) = (read, at);
            at += rune.Utf16SequenceLength;
            if (rune.Value == '\r' && at < text.Length && text[at] == '\n') continue;
            if (IsLineBreak(rune.Value)) rune = new Rune('\n');
            else if (rune.Value == '\t') rune = new Rune(' ');

            var category = Rune.GetUnicodeCategory(rune);
            if (IsHarmful(rune.Value) || category == UnicodeCategory.Control && rune.Value != '\n') continue;
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MaxMarks) yield return (rune, start);
        }
    }

    private static bool IsLineBreak(int code) => code is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    // What turns the reading direction, hides words or joins lines; the joiners inside emoji and Kazakh or Korean letters stay.
    private static bool IsHarmful(int code) => code
        is 0x00AD or 0x061C or 0x115F or 0x1160 or 0x180E or 0x200B or 0x200E or 0x200F or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    /// <summary>What is known of the line that is being written.</summary>
    private struct LineState()
    {
        private bool _isBold;

        public bool IsAtStart { get; private set; } = true;

        public bool IsNumber { get; private set; }

        public void BeginBold(StringBuilder markdown)
        {
            if (_isBold) return;
            markdown.Append("**");
            _isBold = true;
        }

        // Bold ends at a letter: "**word **" wouldn't be bold.
        public void EndBold(StringBuilder markdown)
        {
            if (!_isBold) return;
            var end = markdown.Length;
            while (char.IsWhiteSpace(markdown[end - 1])) end--;
            markdown.Insert(end, "**");
            _isBold = false;
        }

        public void Take(Rune rune)
        {
            if (IsAtStart && Rune.IsWhiteSpace(rune)) return;
            IsNumber = Rune.IsDigit(rune) && (IsAtStart || IsNumber);
            IsAtStart = false;
        }
    }
}
