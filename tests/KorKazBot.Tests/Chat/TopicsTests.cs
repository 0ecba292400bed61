using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class TopicsTests : IDisposable
{
    private readonly BotDriver _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData(Language.English, "More questions")]
    [InlineData(Language.Russian, "Ещё вопросы")]
    [InlineData(Language.Kazakh, "Тағы сұрақтар")]
    [InlineData(Language.Korean, "질문 더 보기")]
    public async Task Every_question_of_the_interview_can_be_reached_and_opens_its_answer(Language language, string more)
    {
        var first = await _bot.SayAsync("/topics", language: language);
        var second = await _bot.TapAsync(Assert.Single(first.Buttons, button => button.Label == more), language);
        ReplyButton[] questions = [.. first.Passages(), .. second.Passages()];

        var asked = BotDriver.PublishedCorpus.Interviews.Single().Turns.Select(turn => turn.Asked).Where(text => text.Length > 0);
        var opened = new List<string>();
        foreach (var button in questions)
        {
            var quoted = (await _bot.TapAsync(button, language)).ShouldQuote("");
            var label = quoted.Passage.TranslationInto(language)?.Asked ?? quoted.Passage.Asked;
            Assert.StartsWith(button.Label.TrimEnd('…'), label, StringComparison.Ordinal);
            opened.Add(quoted.Passage.Asked);
        }

        Assert.Equal(asked, opened);
    }

    [Fact]
    public async Task One_can_go_on_and_back()
    {
        var first = await _bot.SayAsync("/topics");
        var second = await _bot.TapAsync(first.Buttons[^1]);
        Assert.Equal("Earlier questions", second.Buttons[^1].Label);

        var back = await _bot.TapAsync(second.Buttons[^1]);

        Assert.Equal(first.Labels(), back.Labels());
    }

    [Theory]
    [InlineData(int.MinValue, "page 1 of 2")]
    [InlineData(-1, "page 1 of 2")]
    [InlineData(2, "page 2 of 2")]
    [InlineData(int.MaxValue, "page 2 of 2")]
    public async Task A_page_beyond_the_ends_is_the_nearest(int page, string words) =>
        (await _bot.TapAsync(new ReplyAction.BrowseTopics(page))).ShouldSay(words);

    [Fact]
    public async Task Five_questions_fill_a_page_and_the_sixth_begins_another()
    {
        using var five = new BotDriver(Some.LongInterview(5));
        using var six = new BotDriver(Some.LongInterview(6));

        Assert.Equal(5, (await five.SayAsync("/topics")).ShouldSay("page 1 of 1").Buttons.Length);
        Assert.Equal(6, (await six.SayAsync("/topics")).ShouldSay("page 1 of 2").Buttons.Length);
    }

    [Fact]
    public async Task A_corpus_without_questions_says_so()
    {
        using var bot = new BotDriver(Some.Interview(("", "Only a lead.")));

        Assert.Empty((await bot.SayAsync("/topics")).ShouldSay("This corpus has no list of questions.").Buttons);
        (await bot.SayAsync("/help")).ShouldSay("Just type a question");
    }

    [Fact]
    public async Task A_link_to_a_passage_opens_it()
    {
        (await _bot.SayAsync("/start koo-2021-05.3.2")).ShouldQuote("the bilateral trade volume was 6.5 billion USD in 2019");
        (await _bot.SayAsync("/start@KorKazBot koo-2021-05.3.2")).ShouldQuote("the bilateral trade volume was 6.5 billion USD in 2019");
        (await _bot.SayAsync("/start no-such-passage")).ShouldSay("no longer in the interviews").ShouldLeadToTopics();
    }

    [Fact]
    public async Task A_button_of_an_older_corpus_says_that_its_text_has_changed_or_is_gone()
    {
        using var bot = new BotDriver(Some.Interview(("How many trams run?", "Twelve trams run.")));
        var button = (await bot.SayAsync("/topics")).Buttons[0];
        Assert.Empty((await bot.TapAsync(button)).ShouldQuote("Twelve trams run.").Notes);

        bot.Reload(Some.Interview(("How many trams run?", "Thirteen trams run.")));
        var changed = (await bot.TapAsync(button)).ShouldQuote("Thirteen trams run.");
        Assert.Equal("This text has been updated since the button was made.", Assert.Single(changed.Notes));

        bot.Reload(Some.Interview());
        (await bot.TapAsync(button)).ShouldSay("no longer in the interviews");
    }
}
