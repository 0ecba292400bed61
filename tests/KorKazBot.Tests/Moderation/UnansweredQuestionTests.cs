using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Tests.Moderation;

public sealed class UnansweredQuestionTests
{
    [Theory]
    [InlineData("  How many  KOREANS?! ", "how many koreans")]
    [InlineData("«Сколько ещё корейцев…»", "сколько еще корейцев")]
    [InlineData("Қанша Кәріс бар?", "қанша кәріс бар")]
    [InlineData("한국 기업은 몇 개?", "한국 기업은 몇 개")]
    [InlineData("ＫＡＩＳＴ", "kaist")]
    [InlineData("C++ & 5,5 %", "c 5 5")]
    [InlineData("???", "")]
    public void The_same_question_typed_another_way_is_the_same(string text, string normalised) =>
        Assert.Equal(normalised, new UnansweredQuestion(text, Language.English, Band.None, [], UnansweredReason.LowConfidence).Normalised);
}
