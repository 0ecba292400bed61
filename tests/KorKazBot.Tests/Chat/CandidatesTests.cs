using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

/// <summary>The middle band: the bot lets people choose. A bot that is never sure shows it for every question.</summary>
public sealed class CandidatesTests : IDisposable
{
    private readonly BotDriver _neverSure = new(new AnsweringOptions { AnswerThreshold = 2, CandidatesThreshold = 0 });

    public static TheoryData<string> Answered => Golden.Answered;

    public void Dispose() => _neverSure.Dispose();

    [Fact]
    public async Task Two_to_four_places_are_offered_and_each_opens_when_tapped()
    {
        var offers = new List<Reply.Choices>();
        foreach (var id in Golden.AnsweredIds)
        {
            if (await _neverSure.SayAsync(Golden.Question(id)) is Reply.Choices choices) offers.Add(choices);
        }

        Assert.True(offers.Count > 15, $"Only {offers.Count} questions were offered places to choose from.");
        foreach (var choices in offers)
        {
            Assert.Equal(Texts.In(choices.Language).ChoicesHead, choices.Message);
            Assert.InRange(choices.Passages().Length, 2, 4);
            choices.ShouldLeadToTopics();
            await EachOpensAPassageOfItsOwnAsync(choices);
        }
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Labels_are_short_and_tell_the_places_apart(string id)
    {
        var choices = await _neverSure.SayAsync(Golden.Question(id));

        Assert.All(choices.Labels(), label => Assert.InRange(label.Length, 3, 80));
        Assert.Equal(choices.Labels().Distinct(), choices.Labels());
    }

    [Theory]
    [InlineData("Насколько велика торговля?", Language.Russian, "Повлияла ли пандемия")]
    [InlineData("무역 규모가 궁금해요", Language.Korean, "코로나바이러스 팬데믹이")]
    [InlineData("Сауда көлемі қанша?", Language.Kazakh, "Коронавирус пандемиясы")]
    public async Task They_are_worded_in_the_language_of_the_question(string question, Language language, string label)
    {
        var choices = await _neverSure.SayAsync(question);

        Assert.Equal(language, choices.Language);
        Assert.Contains(choices.Labels(), text => text.StartsWith(label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vague_question_is_let_choose_by_the_bot_as_it_is_set_up()
    {
        using var bot = new BotDriver();

        var choices = Assert.IsType<Reply.Choices>(await bot.SayAsync("tourism and business"));

        Assert.InRange(choices.Passages().Length, 2, 4);
        Assert.Equal("More than one place may answer this. Which do you mean?", choices.Message);
    }

    [Fact]
    public async Task Where_only_one_place_may_answer_there_is_nothing_to_choose()
    {
        using var bot = new BotDriver();

        var reply = await bot.SayAsync("rhenium salary");

        var none = reply.ShouldNotKnow();
        Assert.Contains("They don't mention: salary.", none.Message, StringComparison.Ordinal);
        Assert.NotEmpty(none.Passages());
    }

    private async Task EachOpensAPassageOfItsOwnAsync(Reply.Choices choices)
    {
        var opened = new HashSet<string>();
        foreach (var button in choices.Passages())
        {
            var quoted = (await _neverSure.TapAsync(button)).ShouldQuote("");
            Assert.True(opened.Add(quoted.Passage.Id), "Two buttons open the same passage.");
            Assert.Empty(quoted.Notes);
            Assert.NotEmpty(quoted.SourceLine);
        }
    }
}
