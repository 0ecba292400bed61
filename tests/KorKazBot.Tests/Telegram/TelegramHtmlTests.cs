using System.Globalization;
using KorKazBot.Fakes;
using KorKazBot.Telegram.Messages;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramHtmlTests
{
    private const int Texts = 100_000;

    [Theory]
    [InlineData("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("*_[]()~`>#+-=|{}.!\\", "*_[]()~`&gt;#+-=|{}.!\\")]
    [InlineData("a\u202Eb\u2066c\u200Fd\0e\u001b[2Jf", "abcde[2Jf")]
    [InlineData("one\r\ntwo\rthree\u2028four\tfive", "one\ntwo\nthree\nfour five")]
    [InlineData("👨‍👩‍👧 қазақ 한국어", "👨‍👩‍👧 қазақ 한국어")]
    public void Signs_of_the_markup_are_shown_and_what_misleads_is_not(string text, string html) => Assert.Equal(html, TelegramHtml.Escape(text));

    [Fact]
    public void Half_a_pair_becomes_the_sign_for_something_unknown()
    {
        Assert.Equal("a\uFFFDb\uFFFD😀", TelegramHtml.Clean("a\uD83Db\uDE00😀"));
        Assert.Equal("\uFFFD\uFFFD", TelegramHtml.Clean("\uDE00\uD83D"));
    }

    [Fact]
    public void Whatever_is_escaped_is_read_back_as_it_was()
    {
        for (var number = 0; number < Texts; number++)
        {
            var text = "x" + HostileTelegramTexts.At(number);

            Assert.Equal(TelegramHtml.Clean(text), FakeTelegramHtml.Read(TelegramHtml.Escape(text)).Text);
        }
    }

    [Fact]
    public void What_is_clean_stays_as_it_is()
    {
        for (var number = 0; number < 10_000; number++)
        {
            var clean = TelegramHtml.Clean(HostileTelegramTexts.At(number));

            Assert.Equal(clean, TelegramHtml.Clean(clean));
            Assert.DoesNotContain(clean, letter => letter != '\n' && char.IsControl(letter) || letter is >= '\u202A' and <= '\u202E');
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(" \n\u00A0\u200B\u2800\u3164\uFE0F", false)]
    [InlineData("\U000E0041", false)]
    [InlineData("\u200B.", true)]
    [InlineData("👍", true)]
    public void Ink_is_what_can_be_seen(string text, bool hasInk) => Assert.Equal(hasInk, TelegramHtml.HasInk(text));

    [Theory]
    [InlineData("<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("қ<x>a</x>", "Unsupported start tag \"x\" at byte offset 2")]
    [InlineData("<b>a</i>", "Unmatched end tag")]
    [InlineData("a & b", "Bare '&' at byte offset 2")]
    [InlineData("a > b", "Bare '>' at byte offset 2")]
    [InlineData("<a href=http://x>y</a>", "Unexpected end of name token")]
    [InlineData("<blockquote><blockquote>y</blockquote></blockquote>", "Nested blockquote")]
    [InlineData("<b", "Unclosed start tag at byte offset 0")]
    public void The_reader_of_these_tests_is_strict(string html, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => FakeTelegramHtml.Read(html)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_reader_of_these_tests_counts_as_Telegram_does()
    {
        var read = FakeTelegramHtml.Read("😀<b>a&lt;&#x1F600;</b> <a href=\"https://x.example/?a=1&amp;b=2\">l</a>");

        Assert.Equal("😀a<😀 l", read.Text);
        Assert.Equal([new("bold", 2, 4, null), new("text_link", 7, 1, "https://x.example/?a=1&b=2")], read.Entities);
        Assert.Throws<FormatException>(() => FakeTelegramHtml.Read(new string('a', 4097)));
        Assert.Equal(4096, new StringInfo(FakeTelegramHtml.Read(new string('a', 4096)).Text).LengthInTextElements);
    }
}
