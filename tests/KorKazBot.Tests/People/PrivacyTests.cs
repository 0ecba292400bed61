using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.People;

public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Ann = "7777777";

    private PeopleScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PeopleScene.OpenAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Theory]
    [InlineData(Language.English, "90 days")]
    [InlineData(Language.Russian, "90 дней")]
    [InlineData(Language.Kazakh, "90 күн")]
    [InlineData(Language.Korean, "90일")]
    public async Task What_is_kept_is_told_to_everybody_and_fits_any_message(Language language, string term)
    {
        var said = (await _scene.SayAsync("/privacy", language: language)).ShouldSay(term);

        Assert.All(["/mydata", "/forget", "/settings"], command => Assert.Contains(command, said.Message, StringComparison.Ordinal));
        Assert.InRange(said.Message.Length, 300, 1900);
        (await _scene.SayInGroupAsync("/privacy")).ShouldSay("/forget");
    }

    [Fact]
    public async Task Who_has_left_nothing_is_told_so()
    {
        await _scene.SayAsync(PeopleScene.Question);

        (await _scene.SayAsync("/mydata")).ShouldSay("Nothing is kept of you.");
        var asked = (await _scene.SayAsync("/forget")).ShouldSay("can't be taken back");
        (await _scene.PressAsync(asked, "Yes")).ShouldSay("There was nothing to remove.");
    }

    [Fact]
    public async Task What_is_kept_is_counted_and_dated()
    {
        await FillAsync();

        Assert.Equal(
            """
            This is kept of you:
            • votes on answers: 2 (2 March 2026 – 4 March 2026)
            • questions handed over to moderators: 1 (4 March 2026)
            • messages that couldn't be answered: 1
            • the settings of this chat
            • what you did as a moderator: 1
            Remove it: /forget. What is kept of everybody: /privacy
            """.ReplaceLineEndings("\n"),
            Assert.IsType<Reply.Said>(await _scene.SayAsync("/mydata")).Message);
    }

    [Theory]
    [InlineData("/mydata")]
    [InlineData("/forget")]
    [InlineData("/forget yes")]
    public async Task Where_others_read_along_nothing_is_told_or_removed(string command)
    {
        await FillAsync();
        var before = await _scene.RowsWithAsync(Ann);

        (await _scene.SayInGroupAsync(command)).ShouldSay($"Write {command.Split(' ')[0]} to me in private");

        Assert.Equal(before, await _scene.RowsWithAsync(Ann));
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_after_a_second_tap_and_others_stay()
    {
        await FillAsync();
        var key = PeopleScene.Keys.Of("telegram", Ann).Value;
        await _scene.PressAsync(await _scene.SayAsync(PeopleScene.Question, user: "8888888"), "👍", user: "8888888");
        var asked = await _scene.SayAsync("/forget");
        Assert.NotEqual(0, await _scene.RowsWithAsync(Ann));

        var said = (await _scene.PressAsync(asked, "Yes")).ShouldSay("Removed. Votes: 2, questions to moderators: 1, other records: 2.");

        Assert.EndsWith("What you did as a moderator stays written down.", said.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _scene.RowsWithAsync(Ann));
        Assert.Equal(1, await _scene.RowsWithAsync(key));   // the act
        Assert.Equal(1, await _scene.RowsWithAsync(PeopleScene.Keys.Of("telegram", "8888888").Value));
    }

    // On Discord nobody but the asker sees an answer in a server; the settings there are everybody's.
    [Fact]
    public async Task Who_is_forgotten_where_others_are_leaves_their_settings()
    {
        var turn = new Turn { Conversation = new("discord", "55", Ann), SettingsChat = "99", IsPrivate = true };
        await _scene.Stores.ChatSettings.ChangeAsync(turn.Chat, old => old with { IsOpen = true }, CancellationToken.None);

        (await _scene.Bot.RespondAsync(turn with { Text = "/forget yes" })).ShouldSay("nothing to remove");

        Assert.True((await _scene.Stores.ChatSettings.ReadAsync(turn.Chat, CancellationToken.None)).IsOpen);
    }

    // Two votes two days apart, a hand-off, settings, a letter that was given up, an act as a moderator.
    private async Task FillAsync()
    {
        var (key, chat) = (PeopleScene.Keys.Of("telegram", Ann), new ChatId("telegram", Ann));
        await _scene.PressAsync(await _scene.SayAsync("How many horses work?"), "👍");
        _scene.Clock.Advance(TimeSpan.FromDays(2));
        await _scene.PressAsync(await _scene.SayAsync(PeopleScene.Question), "👎");
        await _scene.SayAsync("/settings texts off");
        var letter = new EventId("telegram", "1", "u:1");
        await _scene.Stores.Inbox.BuryAsync(new InboundEvent(letter, Ann, "message", $"from {Ann}", _scene.Clock.GetUtcNow()), "broken", default);
        await _scene.Stores.HandOffs.OpenAsync(new HandOffRequest(letter, key, chat, "5", "May I ask?", Language.English), default);
        await _scene.Stores.Audit.AppendAsync(new ModeratorAct(key, "reload", "a"), default);
    }
}
