using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.Answering;

public sealed class FollowUpsTests
{
    [Theory]
    [InlineData("And in spring?")]
    [InlineData("What about trams?")]
    [InlineData("How about trams?")]
    [InlineData("Why?")]
    [InlineData("Why not?")]
    [InlineData("When?")]
    [InlineData("How many of them?")]
    [InlineData("Who lives there?")]
    [InlineData("Is it safe?")]
    [InlineData("А весной?")]
    [InlineData("Почему?")]
    [InlineData("Кого он там встретил?")]
    [InlineData("Сколько их?")]
    [InlineData("Ал көктемде ше?")]
    [InlineData("Трамвайлар ше?")]
    [InlineData("Неге?")]
    [InlineData("Онда қанша адам бар?")]
    [InlineData("그럼 봄에는요?")]
    [InlineData("전차는요?")]
    [InlineData("왜?")]
    [InlineData("거기 얼마나 걸려요?")]
    [InlineData("그때 누구를 만났나요?")]
    public void A_question_that_leans_on_the_one_before_needs_it(string question) => Assert.True(NeedsContext(question));

    [Theory]
    [InlineData("What does he think of young drivers?")]
    [InlineData("Are there any night trams?")]
    [InlineData("How many trams run in the city?")]
    [InlineData("Why did Seoul keep the planes going?")]
    [InlineData("What does he say about the IT sector?")]
    [InlineData("Where is the depot of the trams?")]
    [InlineData("Что он думает о молодых водителях?")]
    [InlineData("Почему построили новое депо?")]
    [InlineData("Әл-Фараби университеті қайда?")]
    [InlineData("Қалада қанша трамвай бар?")]
    [InlineData("Неге жаңа депо салынды?")]
    [InlineData("전차는 몇 대예요?")]
    [InlineData("왜 새 차고를 지었습니까?")]
    [InlineData("몇 명인가요?")]
    [InlineData("tram fares")]
    [InlineData("And the mayor then said to the twelve drivers of the new trams that what?")]
    [InlineData("")]
    [InlineData("?")]
    public void A_complete_question_stands_alone(string question) => Assert.False(NeedsContext(question));

    private static bool NeedsContext(string question) =>
        FollowUps.NeedsContext(QuestionText.Clean(question), LanguageIdentifier.Identify(question, null));
}
