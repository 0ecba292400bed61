using FsCheck.Xunit;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;

namespace KorKazBot.Tests.Discord;

public class DiscordMarkdownTests
{
    private const int Texts = 100_000;

    [Fact]
    public void Nothing_in_a_text_is_more_than_text()
    {
        for (var i = 0; i < Texts; i++)
        {
            var text = HostileTexts.At(i);
            Assert.Equal(Visible(text), MarkdownReader.Seen(DiscordMarkdown.Escape(text)));
        }
    }

    [Fact]
    public void A_quoted_text_stays_in_its_quote()
    {
        for (var i = 0; i < Texts; i++)
        {
            var text = HostileTexts.At(i);
            var start = text.Length / 3;
            var quote = DiscordMarkdown.Quote(text, new TextSpan(start, text.Length - start / 2));
            Assert.Equal(Visible(text), MarkdownReader.SeenInQuote(quote));
        }
    }

    [Property(MaxTest = 1000)]
    public void Whatever_comes_is_shown(string? text)
    {
        if (text is null) return;
        Assert.Equal(Visible(text), MarkdownReader.Seen(DiscordMarkdown.Escape(text)));
    }

    [Theory]
    [InlineData("@everyone @here <@1> <@&1> <#1> </cmd:1>", @"\@everyone \@here \<\@1> \<\@&1> \<#1> \</cmd:1>")]
    [InlineData("[bank](http://evil)", @"\[bank\](http\://evil)")]
    [InlineData("||spoiler|| **b** _i_ ~~s~~ `c`", @"\|\|spoiler\|\| \*\*b\*\* \_i\_ \~\~s\~\~ \`c\`")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("  - item", @"  \- item")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("2021. A year", @"2021\. A year")]
    [InlineData("> quoted", @"\> quoted")]
    [InlineData("a > b, c # d - e, in 2021. Then", "a > b, c # d - e, in 2021. Then")]
    [InlineData("C:\\dir", @"C:\\dir")]
    [InlineData("at 12:30: yes", "at 12:30: yes")]
    public void Markup_gets_a_backslash_only_where_it_would_work(string text, string markdown) =>
        Assert.Equal(markdown, DiscordMarkdown.Escape(text));

    [Fact]
    public void Characters_that_turn_or_hide_words_are_taken_out() =>
        Assert.Equal("admin exe", DiscordMarkdown.Escape("\u202Ead\u200Bmin\u2066 \u0000e\u001Bxe\u2069\u00AD"));

    [Fact]
    public void Emoji_stay_whole() => Assert.Equal("👨‍👩‍👧‍👦 🇰🇷 é", DiscordMarkdown.Escape("👨‍👩‍👧‍👦 🇰🇷 é"));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", DiscordMarkdown.Escape("a\uD83Db"));

    [Fact]
    public void Three_thousand_marks_on_a_letter_become_four() => Assert.Equal(5, DiscordMarkdown.Escape("e" + new string('\u0301', 3000)).Length);

    [Theory]
    [InlineData("All of it. ", "All of it.", "> **All of it.** ")]
    [InlineData("a\nb", "a\nb", "> **a**\n> **b**")]
    [InlineData("first\r\n\r\nlast", "last", "> first\n> \n> **last**")]
    [InlineData("*stars*", "*stars*", @"> **\*stars\***")]
    public void Bold_goes_line_by_line(string text, string bold, string quote)
    {
        var start = text.IndexOf(bold, StringComparison.Ordinal);
        Assert.Equal(quote, DiscordMarkdown.Quote(text, new TextSpan(start, start + bold.Length)));
    }

    [Fact]
    public void A_cut_text_fits_and_is_a_beginning()
    {
        for (var i = 0; i < 3000; i++)
        {
            var text = HostileTexts.Long(i, 10 + i % 700);
            var most = 2 + i % 200;
            var cut = DiscordMarkdown.Fit(text, most, DiscordMarkdown.Escape);
            Assert.InRange(cut.Length, 0, most);
            Assert.StartsWith(MarkdownReader.Seen(cut).TrimEnd('…').TrimEnd(), Visible(text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("onetwothree", 7, "onetwo…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 13, "👨‍👩‍👧‍👦…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 11, "…")]
    [InlineData("fits", 4, "fits")]
    public void A_cut_falls_between_words_or_characters(string text, int most, string cut) =>
        Assert.Equal(cut, DiscordMarkdown.Fit(text, most, DiscordMarkdown.Escape));

    // What a reader would see of the text by itself: written here anew, so that the escaper isn't its own judge.
    private static string Visible(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var seen = new System.Text.StringBuilder();
        var marks = 0;
        foreach (var rune in lines.EnumerateRunes())
        {
            if (rune.Value is 0xA or 0xB or 0xC or 0xD or 0x85 or 0x2028 or 0x2029)
            {
                seen.Append('\n');
                marks = 0;
                continue;
            }

            if (rune.Value == '\t') seen.Append(' ');
            if (rune.Value is < 0x20 or (>= 0x7F and < 0xA0) or 0xAD or 0x61C or 0x115F or 0x1160 or 0x180E or 0x200B or 0x200E or 0x200F or 0x3164
                or 0xFEFF or 0xFFA0 or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB)
                or (>= 0xE0000 and <= 0xE007F)) continue;
            var category = System.Text.Rune.GetUnicodeCategory(rune);
            var isMark = category is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : 0;
            if (marks <= 4) seen.Append(rune.ToString());
        }

        return seen.ToString();
    }
}
