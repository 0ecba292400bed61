using System.Text;

namespace KorKazBot.Tests.Discord;

/// <summary>Texts that try to break out of where a message shows them: Discord's markup, broken and invisible characters, mixed by a seed.</summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</ask:1>", "<t:1:R>", "<:smile:1>", "<a:x:1>", "<id:customize>", "@silent ",
        "**", "*", "__", "_", "~~", "||", "`", "```", "```\n@everyone", "\\", "\\\\", "\\*", "> ",
        ">>> ", "# ", "### ", "-# ", "- ", "* ", "+ ", "1. ", "12) ",
        "[bank](http://evil)", "[bank](<http://evil>)", "https://evil.example/a_b_c", "http://", "://",
        "<https://evil>", "discord.gg/x", "steam://run",
        "\n", "\r", "\r\n", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029", "\0", "\u0007", "\u001b[2J", "\u009b", "\n\n", "\n> ", "\n# ", "\n-# ",
        "\u202A", "\u202E", "\u2066", "\u2069", "\u200E", "\u200F", "\u061C", "\u200B", "\u00AD", "\u3164", "\uFEFF", "\u2060", "\U000E0041",
        "\uD83D", "\uDE00", "\uFFFD", "😀", "👨‍👩‍👧‍👦", "🇰🇷", "e\u0301", "e\u0301\u0301\u0301\u0301\u0301\u0301", "각", "¯\\_(ツ)_/¯", "：", "：//", "​",
        "More than 300 companies.", "Сотрудничество.", "Ынтымақтастық.", "협력입니다.", " ", "  ", ".", "…", "\"", "«", "»", "{", "}", "&lt;", "</code>",
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

    /// <summary>A long text of a number, up to about so many units.</summary>
    public static string Long(int number, int length)
    {
        var random = new Random(number);
        if (random.Next(3) == 0) return new string(Pieces[random.Next(Pieces.Length)][0], length);
        var text = new StringBuilder();
        while (text.Length < length) text.Append(random.Next(2) == 0 ? At(random.Next(), 40) : Pieces[random.Next(Pieces.Length)]);
        return text.ToString(0, Math.Min(length, text.Length));
    }
}
