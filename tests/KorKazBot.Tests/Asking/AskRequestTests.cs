using KorKazBot.Asking;
using KorKazBot.Engine;
using KorKazBot.Streams;

namespace KorKazBot.Tests.Asking;

public sealed class AskRequestTests
{
    [Theory]
    [InlineData("How many?", "How many?")]
    [InlineData("", "")]
    [InlineData(" { no object", " { no object")]
    [InlineData("""{"question": "How many?"}""", "How many?")]
    [InlineData("""{"question": "a\nb", "other": [1]}""", "a\nb")]
    [InlineData("""{"question": "Сколько?", "previous": null, "language": null}""", "Сколько?")]
    public void A_plain_line_is_the_question_and_an_object_has_it(string line, string question)
    {
        var request = Parse(line);

        Assert.Null(request.Error);
        Assert.Equal(question, request.Question.Text);
    }

    [Fact]
    public void An_object_carries_the_previous_question_and_the_language()
    {
        var question = Parse("""{"question": "И в 2020?", "previous": "Сколько в 2019?", "language": "ru"}""").Question;

        Assert.Equal("Сколько в 2019?", question.Previous);
        Assert.Equal(Language.Russian, question.Language);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"question": 5}""")]
    [InlineData("""{"question": null}""")]
    [InlineData("""{"question": "a", "language": "de"}""")]
    [InlineData("""{"question": "a", "previous": {}}""")]
    [InlineData("""{"question": "a"} more""")]
    public void A_bad_object_says_what_is_wrong_and_keeps_the_line(string line)
    {
        var request = Parse(line);

        Assert.NotNull(request.Error);
        Assert.Equal(line, request.Question.Text);
    }

    [Fact]
    public void A_deep_object_is_refused_without_harm()
    {
        Assert.NotNull(Parse("{\"question\":" + new string('[', 60_000)).Error);
    }

    [Fact]
    public void A_line_that_was_cut_is_an_error()
    {
        Assert.NotNull(AskRequest.Parse(new LineReader.Line("aaa", TooLong: true), null).Error);
    }

    [Theory]
    [InlineData("""\ud83d""", "\uFFFD")]
    [InlineData("""a\udc00b""", "a\uFFFDb")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [InlineData("""\\ud83d""", "\\ud83d")]
    [InlineData("""\ud83d\n""", "\uFFFD\n")]
    public void Half_an_emoji_becomes_a_replacement_character(string escaped, string expected)
    {
        Assert.Equal(expected, Parse($$"""{"question": "{{escaped}}"}""").Question.Text);
    }

    private static AskRequest Parse(string line) => AskRequest.Parse(new LineReader.Line(line, TooLong: false), null);
}
