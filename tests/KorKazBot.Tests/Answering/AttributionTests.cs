using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.Answering;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("According to the statistics, trade was 6.5 billion.", "It decreased to 5.9 billion in 2020.")]
    [InlineData("According to the state, they were 50 000.", "This fell to 10 000.")]
    [InlineData("По данным министерства, торговля составила 6,5 млрд долларов.", "Она снизилась до 5,9 млрд долларов.")]
    [InlineData("По статистике приехало 50 000 человек.", "Это на 10 000 меньше.")]
    [InlineData("Статистика бойынша сауда 6,5 млрд болды.", "Ол 5,9 млрд-қа дейін төмендеді.")]
    [InlineData("통계에 따르면 교역액은 65억 달러였습니다.", "이는 2020년에 59억 달러로 줄었습니다.")]
    public void A_figure_that_points_back_keeps_the_sentence_that_says_whose_it_is(string before, string figure) =>
        Assert.True(BelongsToPrevious(before, figure));

    [Theory]
    [InlineData("Trade was 6.5 billion.", "Investments are estimated at 8 billion.")]
    [InlineData("Trade was 6.5 billion.", "It was reported that 300 companies work here.")]
    [InlineData("Trade is important.", "It grows every year.")]
    [InlineData("Trade was 6.5 billion.", "More than 300 companies work here.")]
    [InlineData("Торговля составила 6,5 млрд долларов.", "По оценке банка, она вырастет до 7 млрд.")]
    [InlineData("Торговля важна.", "Она растёт.")]
    [InlineData("교역액은 65억 달러였습니다.", "통계청 집계로는 59억 달러입니다.")]
    public void A_sentence_that_says_it_itself_stands_alone(string before, string sentence) =>
        Assert.False(BelongsToPrevious(before, sentence));

    [Fact]
    public void A_first_sentence_has_none_to_belong_to()
    {
        const string text = "It was 5.9 billion.";

        Assert.False(Attribution.BelongsToPrevious(text, [.. Sentences.Split(text).Select(span => new SentenceEvidence(span, 1, 1))], 0));
    }

    private static bool BelongsToPrevious(string before, string sentence)
    {
        var text = $"{before} {sentence}";
        return Attribution.BelongsToPrevious(text, [.. Sentences.Split(text).Select(span => new SentenceEvidence(span, 1, 1))], 1);
    }
}
