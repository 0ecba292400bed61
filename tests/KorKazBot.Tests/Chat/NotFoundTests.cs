using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class NotFoundTests : IDisposable
{
    private readonly BotDriver _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("What is the weather in Seoul today?", "The interviews don't tell that. They don't mention: weather", "The nearest questions:")]
    [InlineData("How many Japanese companies are registered in Mongolia?", "They don't mention: japanese", "The nearest questions:")]
    [InlineData("Какая зарплата у учителей в Сеуле?", "В интервью об этом не говорится. Там не упоминается: зарплата", "Ближайшие вопросы:")]
    [InlineData("Кореяда қанша піл бар?", "Сұхбаттарда бұл туралы айтылмаған. Мыналар аталмаған: піл.", "Ең жақын сұрақтар:")]
    [InlineData("서울의 아파트 가격은 얼마인가요?", "인터뷰에는 그 내용이 없습니다. 언급되지 않은 말: ", "가장 가까운 질문:")]
    public async Task What_the_interviews_lack_is_named_with_the_nearest_questions(string question, string words, string nearest)
    {
        var none = (await _bot.SayAsync(question)).ShouldNotKnow();

        Assert.Contains(words, none.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n" + nearest, none.Message, StringComparison.Ordinal);
        Assert.InRange(none.Passages().Length, 1, 3);
        Assert.All(none.Labels(), label => Assert.InRange(label.Length, 3, 80));
        none.ShouldLeadToTopics();
        foreach (var button in none.Passages()) (await _bot.TapAsync(button)).ShouldQuote("");
    }

    [Theory]
    [InlineData("Who won the football cup?")]
    [InlineData("зебра")]
    [InlineData("Zanzibar")]
    public async Task Where_nothing_is_near_no_heading_hangs_over_an_empty_list(string question)
    {
        var none = (await _bot.SayAsync(question)).ShouldNotKnow();

        Assert.Equal(none.Passages().Length > 0, none.Message.EndsWith(Texts.In(none.Language).Nearest, StringComparison.Ordinal));
        none.ShouldLeadToTopics();
    }

    [Fact]
    public async Task Unknown_words_are_repeated_safe_and_few()
    {
        var longWord = string.Concat(Enumerable.Repeat("lemur", 40));

        var none = (await _bot.SayAsync($"{longWord} zebra {{0}} %n <b> quokka pangolin axolotl capybara wombat")).ShouldNotKnow();

        Assert.Contains("zebra", none.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", none.Message, StringComparison.Ordinal);
        Assert.All(none.Message.Split(' '), word => Assert.InRange(word.Length, 1, 60));
        Assert.Empty(_bot.Failures);
    }

    [Fact]
    public async Task A_bot_without_a_single_interview_knows_nothing_and_says_so()
    {
        using var bot = new BotDriver([]);

        var none = (await bot.SayAsync("How many trams run?")).ShouldNotKnow();

        Assert.Equal(Language.English, none.Language);
        Assert.Empty(none.Passages());
        Assert.Empty(bot.Failures);
    }
}
