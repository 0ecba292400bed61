using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.People;

public sealed class FeedbackTests : IAsyncLifetime
{
    private PeopleScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PeopleScene.OpenAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task An_answer_can_be_voted_on_and_the_last_vote_counts()
    {
        var answer = await _scene.SayAsync(PeopleScene.Question);

        (await _scene.PressAsync(answer, "👍")).ShouldSay("Thank you: noted as helpful.");
        (await _scene.PressAsync(answer, "👎")).ShouldSay("Noted as not helpful.");

        Assert.Equal([(0, 1)], await VotesAsync());
    }

    [Fact]
    public async Task Asking_again_gives_no_second_vote_and_everybody_in_a_group_has_one()
    {
        var answer = await _scene.SayInGroupAsync("/ask " + PeopleScene.Question);
        var again = await _scene.SayAsync(PeopleScene.Question.ToUpperInvariant());

        await _scene.PressInGroupAsync(answer, "👎");
        await _scene.PressAsync(again, "👍");
        await _scene.PressInGroupAsync(answer, "👍", user: "8888888");
        await _scene.PressInGroupAsync(answer, "👎", user: "9999999");

        Assert.Equal([(2, 1)], await VotesAsync());
    }

    [Fact]
    public async Task Only_an_answer_has_the_buttons()
    {
        var answer = (await _scene.SayAsync(PeopleScene.Question)).ShouldQuote("Twelve");
        Assert.Equal(["👍 Helpful", "👎 Not helpful"], answer.Labels()[^2..]);

        Reply[] others =
        [
            await _scene.SayAsync(PeopleScene.Unanswered),
            await _scene.SayAsync("hello"),
            await _scene.PressAsync(await _scene.SayAsync("/topics"), "How many trams run?"),
        ];
        Assert.All(others, reply => Assert.DoesNotContain(reply.Buttons, button => button.Action is ReplyAction.CastVote));
    }

    [Theory]
    [InlineData(Language.Russian, "👎 Не помогло")]
    [InlineData(Language.Kazakh, "👎 Пайдасыз")]
    [InlineData(Language.Korean, "👎 도움 안 됨")]
    public async Task The_buttons_speak_the_language_of_the_reply(Language language, string label)
    {
        await _scene.SayAsync($"/lang {language.ToCode()}");

        Assert.Equal(label, (await _scene.SayAsync(PeopleScene.Question)).Labels()[^1]);
    }

    [Fact]
    public async Task A_vote_survives_its_way_through_a_platform_and_a_forged_one_does_not()
    {
        var codes = new ActionCodes([1]);
        var button = (await _scene.SayAsync(PeopleScene.Question)).Buttons[^1];

        Assert.True(codes.TryWrite(button.Action, out var code));
        Assert.InRange(code.Length, 1, ActionCodes.MaxLength);
        Assert.True(codes.TryRead(code, out var read));
        Assert.Equal(button.Action, read);
        Assert.False(codes.TryRead('y' + code[1..], out _));
    }

    [Fact]
    public async Task A_vote_that_is_not_stored_is_not_acknowledged()
    {
        var answer = await _scene.SayAsync(PeopleScene.Question);
        await _scene.WrittenAsync();
        await _scene.Stores.DisposeAsync();

        var said = Assert.IsType<Reply.Said>(await _scene.PressAsync(answer, "👍"));

        Assert.DoesNotContain("noted", said.Message, StringComparison.Ordinal);
        Assert.Single(_scene.Bot.Failures);
        _scene.Bot.Failures.Clear();
    }

    private async Task<IEnumerable<(long Helpful, long NotHelpful)>> VotesAsync() =>
        (await _scene.Stores.Feedback.CountAsync(10, CancellationToken.None)).Select(each => (each.Helpful, each.NotHelpful));
}
