using KorKazBot.Engine.Chat;

namespace KorKazBot.Tests.Chat;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("Short", 80, "Short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one two three", 10, "one two…")]
    [InlineData("one two, three", 10, "one two…")]
    [InlineData("onetwothreefour", 10, "onetwothr…")]
    [InlineData("a onetwothreefour", 10, "a onetwot…")]
    [InlineData("대한민국과카자흐스탄의", 6, "대한민국과…")]
    [InlineData("ab👩‍👩‍👧cd", 6, "ab…")]
    [InlineData("abcd😀cd", 6, "abcd…")]
    [InlineData("abc🇰🇷de", 6, "abc…")]
    [InlineData("abcd👍🏽e", 8, "abcd…")]
    [InlineData("cafe\u0301s", 5, "caf…")]
    [InlineData("каи\u0306cde", 4, "ка…")]
    public void A_long_text_is_cut_at_a_word_and_never_inside_a_character(string text, int most, string expected)
    {
        var label = Labels.Shorten(text, most);

        Assert.Equal(expected, label);
        Assert.InRange(label.Length, 1, most);
    }
}
