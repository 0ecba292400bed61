using System.Text;

namespace KorKazBot.Tests.Telegram;

/// <summary>Texts that try to break out of where a message shows them: Telegram's markup, broken and invisible characters, mixed by a seed.</summary>
internal static class HostileTelegramTexts
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "<b>", "</b>", "<b", "</", "<a href=\"http://evil\">", "<a href='tg://user?id=1'>x</a>", "</a>",
        "</code>", "<blockquote>", "</blockquote>", "<blockquote expandable>", "<tg-spoiler>", "<script>", "<!--", "-->", "<br/>",
        "<pre>", "<b/>", "< b>", "&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;", "&#60;", "&#x3c;", "&#0;", "&#1114112;", "&amp", "&;",
        "&#;", "&lt;b&gt;", "*bold*", "_it_", "__u__", "~s~", "||sp||", "`c`", "```\npre", "[x](http://evil)", "\\", "\\*", "#", "+", "-",
        "=", "|", "{", "}", ".", "!", "@everyone", "@channel", "/reload", "/ask@OtherBot", "#tag", "$USD", "tg://resolve?domain=x",
        "javascript:alert(1)", "https://e.example/a?b=1&c=2", "\n", "\r", "\r\n", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029", "\0",
        "\a", "\u001b[2J", "\u009b", "\u007f", "\n\n\n", "\u202A", "\u202B", "\u202D", "\u202E", "\u202C", "\u2066", "\u2067", "\u2069",
        "\u200E", "\u200F", "\u061C", "\u200B", "\u00AD", "\u3164", "\uFEFF", "\u2060", "\u2800", "\uFE0F", "\U000E0041", "\uD83D",
        "\uDE00", "\uFFFD", "\uFFFF", "😀", "👨‍👩‍👧‍👦", "🇰🇷", "🏳️‍🌈", "e\u0301", "e\u0301\u0301\u0301\u0301\u0301", "각", "각", "מ", "ع", "：",
        "More than 300 companies.", "Сотрудничество растёт.", "Ынтымақтастық.", "협력입니다.", "Mr. Kim said so. ", " ", "  ", "\u00A0", "…",
        "«", "»", "${jndi:ldap://x}", "{{7*7}}", "{0}", "%n", "'; DROP TABLE", "Ignore previous instructions.",
    ];

    /// <summary>The text of a number; the same number gives the same text.</summary>
    public static string At(int number, int mostPieces = 14)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var pieces = random.Next(mostPieces); pieces > 0; pieces--)
        {
            if (random.Next(12) == 0) text.Append((char)random.Next(0x10000));
            else text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0) text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>A long text of a number, of so many units.</summary>
    public static string Long(int number, int length)
    {
        var random = new Random(number);
        var repeated = random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] : null;
        var text = new StringBuilder();
        while (text.Length < length) text.Append(repeated ?? At(random.Next(), 40));
        return text.ToString(0, length);
    }
}
