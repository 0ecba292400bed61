using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Streams;
using KorKazBot.Terminal;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Terminal;

public sealed class ConsoleChatTests
{
    private readonly List<Turn> _turns = [];

    [Fact]
    public async Task In_a_pipe_there_are_replies_only()
    {
        Assert.Equal("You said hello\n  [1] Next\n\n", await ChatAsync("hello\n\n"));
    }

    [Fact]
    public async Task On_a_terminal_it_says_what_it_is_and_prompts()
    {
        var output = await ChatAsync("hello\n", new TerminalTraits(true, true, true));

        Assert.StartsWith("Welcome\n\n> ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_presses_the_button_that_carries_it()
    {
        await ChatAsync("1\nhello\n1\n2\n");

        Assert.Equal(["1", "hello", "", "2"], _turns.Select(turn => turn.Text));
        Assert.Equal(new ReplyAction.BrowseTopics(1), _turns[2].Action);
    }

    [Theory]
    [InlineData("/quit\nhello\n")]
    [InlineData("  /quit  \nhello\n")]
    public async Task Quit_leaves(string input)
    {
        await ChatAsync(input);

        Assert.Empty(_turns);
    }

    [Fact]
    public async Task The_language_goes_with_every_turn()
    {
        await ChatAsync("hello\n1\n");

        Assert.All(_turns, turn => Assert.Equal(Language.Kazakh, turn.ClientLanguage));
    }

    private async Task<string> ChatAsync(string input, TerminalTraits? terminal = null)
    {
        using var streams = new TestStreams(input, terminal);
        await new ConsoleChat(Respond, streams.Streams, Language.Kazakh).RunAsync("Welcome", CancellationToken.None);
        return streams.Output;
    }

    private Task<Reply> Respond(Turn turn, CancellationToken cancellationToken)
    {
        _turns.Add(turn);
        return Task.FromResult<Reply>(new Reply.Said($"You said {turn.Text}")
        {
            Language = Language.English,
            Buttons = [new ReplyButton("Next", new ReplyAction.BrowseTopics(1))],
        });
    }
}
