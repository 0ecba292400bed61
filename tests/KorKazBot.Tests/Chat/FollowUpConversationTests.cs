using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class FollowUpConversationTests : IDisposable
{
    private const string First = "How big was trade in 2019?";
    private const string InFull = "the bilateral trade volume was 6.5 billion USD in 2019. It decreased to 5.9 billion USD in 2020";

    private readonly BotDriver _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData(First, "And in 2020?", "Taken together with your question before: " + First)]
    [InlineData(
        "Каким был объём торговли в 2019 году?", "А в 2020?", "Вместе с вашим предыдущим вопросом: Каким был объём торговли в 2019 году?")]
    [InlineData(
        "2019 жылы екіжақты сауда көлемі қанша болды?", "Ал 2020 жылы ше?",
        "Алдыңғы сұрағыңызбен бірге алынды: 2019 жылы екіжақты сауда көлемі қанша болды?")]
    [InlineData("2019년 교역 규모는 얼마였습니까?", "그럼 2020년은요?", "앞의 질문과 함께 이해했습니다: 2019년 교역 규모는 얼마였습니까?")]
    public async Task A_follow_up_is_completed_from_the_question_before_and_says_so(string first, string then, string note)
    {
        (await _bot.SayAsync(first)).ShouldQuote(InFull);

        var quoted = (await _bot.SayAsync(then)).ShouldQuote(InFull);

        Assert.Equal(note, quoted.Notes[^1]);
        Assert.Contains("2020", quoted.Bold(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_third_question_still_means_the_first()
    {
        await _bot.SayAsync(First);
        await _bot.SayAsync("And in 2020?");

        var quoted = (await _bot.SayAsync("And in 2019?")).ShouldQuote(InFull);

        Assert.StartsWith("Taken together with your question before: " + First, quoted.Notes[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thanks!")]
    [InlineData("/help")]
    [InlineData("/topics")]
    [InlineData("asdfghjkl")]
    [InlineData("")]
    public async Task What_is_no_question_in_between_is_no_break(string between)
    {
        await _bot.SayAsync(First);
        await _bot.SayAsync(between);

        Assert.True(await IsCompletedAsync());
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public async Task A_question_can_be_followed_up_for_ten_minutes(int seconds, bool completed)
    {
        await _bot.SayAsync(First);
        _bot.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(completed, await IsCompletedAsync());
    }

    [Fact]
    public async Task Every_question_of_the_conversation_begins_the_ten_minutes_anew()
    {
        await _bot.SayAsync(First);
        _bot.Time.Advance(TimeSpan.FromMinutes(9));
        await _bot.SayAsync("And in 2020?");
        _bot.Time.Advance(TimeSpan.FromMinutes(9));

        Assert.True(await IsCompletedAsync());
    }

    [Theory]
    [InlineData("chat", "user", true)]
    [InlineData("chat", "neighbour", false)]
    [InlineData("another chat", "user", false)]
    public async Task Nobody_follows_up_what_another_has_asked_or_what_was_asked_elsewhere(string chat, string user, bool completed)
    {
        await _bot.SayAsync(First);

        Assert.Equal(completed, await IsCompletedAsync(chat, user));
    }

    [Fact]
    public async Task A_complete_question_is_taken_alone()
    {
        await _bot.SayAsync(First);

        Assert.Empty((await _bot.SayAsync("Who builds a highway in Almaty?")).ShouldQuote("SK Engineering").Notes);
    }

    [Fact]
    public async Task What_is_said_back_of_the_question_before_is_short()
    {
        await _bot.SayAsync("How big was trade in 2019, " + string.Concat(Enumerable.Repeat("bilateral trade, ", 40)) + "trade volume?");

        var quoted = (await _bot.SayAsync("And in 2020?")).ShouldQuote(InFull);

        Assert.InRange(quoted.Notes[^1].Length, 40, 110);
    }

    private async Task<bool> IsCompletedAsync(string chat = "chat", string user = "user") =>
        await _bot.SayAsync("And in 2020?", chat, user) is Reply.Quoted quoted
        && quoted.Notes.Any(note => note.StartsWith("Taken together", StringComparison.Ordinal));
}
