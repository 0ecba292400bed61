using System.Text;
using FsCheck.Xunit;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.Answering;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("  How many\t\ttrams?\r\n", "How many trams?")]
    [InlineData("a\u00A0b\u2003c\u3000d", "a b c d")]
    [InlineData("one\n\n\ntwo\u2028three", "one two three")]
    [InlineData("bell\u0007 null\0 escape\u001b[2J", "bell null escape[2J")]
    [InlineData("sof\u00ADt hy\u200Bphen\uFEFF", "soft hyphen")]
    [InlineData("evil\u202Etxt.exe\u2066x\u2069", "eviltxt.exex")]
    [InlineData("\u3164\u115F\uFFA0", "")]
    [InlineData("tag\U000E0041\U000E007F", "tag")]
    [InlineData("", "")]
    [InlineData(" \n\t ", "")]
    [InlineData("Қазақ 한국어 Ёлка ½ Ⅳ", "Қазақ 한국어 Ёлка ½ Ⅳ")]
    public void What_is_not_seen_goes_and_white_space_is_one_space(string typed, string clean) =>
        Assert.Equal(clean, QuestionText.Clean(typed));

    // No theory: an attribute can't hold half a character.
    [Fact]
    public void Half_a_character_is_replaced_and_a_whole_one_kept()
    {
        Assert.Equal("\uFFFD trams", QuestionText.Clean("\uD83D trams"));
        Assert.Equal("trams \uFFFD", QuestionText.Clean("trams \uDE00"));
        Assert.Equal("\uFFFD\uFFFD", QuestionText.Clean("\uDE00\uD83D"));
        Assert.Equal("👨‍👩‍👧 👍🏽 🇰🇷", QuestionText.Clean("👨‍👩‍👧 👍🏽 🇰🇷"));
    }

    [Fact]
    public void A_letter_keeps_a_few_marks_only()
    {
        Assert.Equal("e\u0301\u0308x", QuestionText.Clean("e\u0301\u0308x"));
        Assert.Equal("e\u0301\u0301\u0301\u0301x", QuestionText.Clean("e" + new string('\u0301', 3000) + "x"));
    }

    [Theory]
    [InlineData("a", 1000)]
    [InlineData("한", 1000)]
    [InlineData("😀", 1000)]
    public void A_very_long_text_is_cut_at_a_whole_character(string letter, int length)
    {
        var clean = QuestionText.Clean(string.Concat(Enumerable.Repeat(letter, 100_000)));

        Assert.Equal(length, clean.Length);
        Assert.EndsWith(letter, clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_that_does_not_fit_is_left_out_whole()
    {
        var clean = QuestionText.Clean(new string('a', 999) + "😀b");

        Assert.Equal(new string('a', 999), clean);
    }

    [Fact]
    public void A_question_behind_much_white_space_is_still_read() =>
        Assert.Equal("Who?", QuestionText.Clean(new string(' ', 3000) + "Who?"));

    [Property(MaxTest = 500)]
    public void Whatever_is_typed_comes_out_short_valid_and_clean(string? typed)
    {
        var clean = QuestionText.Clean(typed ?? "");

        Assert.True(clean.Length <= QuestionText.MaxCharacters);
        Assert.Equal(clean, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)));
        Assert.DoesNotContain(clean, char.IsControl);
        Assert.Equal(clean, QuestionText.Clean(clean));
    }
}
