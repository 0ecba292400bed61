using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class CommandFamiliesTests : IDisposable
{
    private readonly Family _first = new("/first", Role.Moderator);
    private readonly Family _second = new("/second", Role.Student);
    private readonly BotDriver _bot;

    public CommandFamiliesTests() => _bot = new BotDriver([_first, _second], Some.Interview(("How many trams run?", "Twelve trams run.")));

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_command_finds_its_family_typed_or_pressed()
    {
        (await _bot.SayAsync("/Second@KorKazBot a  b")).ShouldSay("/second|a b");
        (await _bot.TapAsync(new ReplyAction.Command("/second c"))).ShouldSay("/second|c");
        (await _bot.SayAsync("/third")).ShouldSay("I don't know the command /third.");
    }

    [Theory]
    [InlineData(Role.Student, false)]
    [InlineData(Role.ChatAdministrator, false)]
    [InlineData(Role.Moderator, true)]
    [InlineData(Role.Owner, true)]
    public async Task A_family_is_not_even_asked_for_somebody_who_may_not(Role role, bool answered)
    {
        (await _bot.SayAsync("/first", role)).ShouldSay(answered ? "/first|" : "Only moderators of the bot can do that.");
        (await _bot.TapAsync(new ReplyAction.Command("/first"), role)).ShouldSay(answered ? "/first|" : "Only moderators of the bot can do that.");

        Assert.Equal(answered ? 2 : 0, _first.Answered);
    }

    [Fact]
    public async Task A_button_that_no_family_knows_says_so()
    {
        var vote = new ReplyAction.CastVote(default, "12345678", "some.1.1");

        (await _bot.TapAsync(vote)).ShouldSay("This button no longer works.");
        Assert.Empty(_bot.Failures);
    }

    [Fact]
    public async Task Families_complete_answers_and_opened_passages_in_order()
    {
        var asked = (await _bot.SayAsync("How many trams run?")).ShouldQuote("Twelve");
        var opened = await _bot.TapAsync(Assert.Single((await _bot.SayAsync("/topics")).Passages()));

        Assert.Equal(["/first How many trams run?", "/second How many trams run?"], asked.Labels()[^2..]);
        Assert.Equal(["/first ", "/second "], opened.Labels()[^2..]);
    }

    [Fact]
    public async Task A_store_that_is_out_is_told_with_a_reference()
    {
        _second.Failure = new StoreUnavailableException("disk full", new IOException());

        var said = (await _bot.SayAsync("/second", language: Language.Russian)).ShouldSay("мои записи недоступны");

        Assert.EndsWith(Assert.Single(_bot.Failures).Reference, said.Message, StringComparison.Ordinal);
    }

    private sealed class Family(string command, Role needed) : ICommands
    {
        public int Answered { get; private set; }

        public Exception? Failure { get; set; }

        public Role? Needs(Invocation invocation) => invocation.Command == command ? needed : null;

        public Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            if (Failure is not null) throw Failure;
            Answered++;
            return Task.FromResult<Reply>(invocation.Say($"{command}|{invocation.Argument}"));
        }

        public Reply Complete(AnsweredTurn answered, Reply reply) =>
            reply with { Buttons = reply.Buttons.Add(new ReplyButton($"{command} {answered.Question}", new ReplyAction.Command(command))) };
    }
}
