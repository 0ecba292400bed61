using System.Text.Json.Nodes;
using KorKazBot.Engine;
using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.People;

/// <summary>Votes and commands about people as Discord draws them; whatever its specification doesn't allow fails the test.</summary>
public sealed class DiscordPeopleTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";

    private readonly FakeDiscordStore _store = new();
    private PeopleScene _scene = null!;
    private FakeDiscordHost _bot = null!;

    public async Task InitializeAsync()
    {
        _scene = await PeopleScene.OpenAsync();
        _bot = await FakeDiscordHost.StartAsync(time: _scene.Clock, store: _store, families: _scene.FamiliesOver(_store));
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _scene.DisposeAsync();
        Assert.Empty(_bot.Discord.Violations);
    }

    [Fact]
    public async Task A_vote_is_acknowledged_to_the_voter_alone()
    {
        var answer = await _bot.SendAsync(FakeDiscordInteraction.Command("ask", ("question", Question), ("private", false)));

        var own = await _bot.SendAsync(FakeDiscordInteraction.Press(Button(answer, "👍"), flags: 0));
        var others = await _bot.SendAsync(FakeDiscordInteraction.Press(Button(answer, "👎"), flags: 0, asker: "650000000000000009"));

        Assert.Equal((4, 64, "Thank you: noted as helpful."), Seen(own));
        Assert.Equal((4, 64, "Noted as not helpful. Other words may find more."), Seen(others));
        Assert.Equal((0, 1), (await _scene.Stores.Feedback.CountAsync(1, default)).Select(each => (each.Helpful, each.NotHelpful)).Single());
    }

    [Fact]
    public async Task What_only_the_asker_sees_is_private_and_the_servers_settings_are_not_theirs()
    {
        Assert.Contains("Nothing is kept of you", Seen(await _bot.SendAsync(FakeDiscordInteraction.Command("mydata"))).Text, StringComparison.Ordinal);
        var settings = await _bot.SendAsync(FakeDiscordInteraction.Command("settings"));
        Assert.DoesNotContain("한국어", settings.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_direct_message_the_settings_are_ones_own()
    {
        var shown = await _bot.SendAsync(FakeDiscordInteraction.Command("settings").Direct());

        await _bot.SendAsync(FakeDiscordInteraction.Press(Button(shown, "Русский"), flags: 0).Direct());

        var set = await ((IChatSettingsStore)_store).ReadAsync(new ChatId("discord", FakeDiscordInteraction.Channel), default);
        Assert.Equal(Language.Russian, set.Language);
    }

    private static (int Type, int Flags, string Text) Seen(JsonNode answer) =>
        ((int)answer["type"]!, (int)answer["data"]!["flags"]! & 64, (string)answer["data"]!["content"]!);

    private static string Button(JsonNode answer, string words) =>
        (string)answer["data"]!["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray())
            .First(button => ((string)button!["label"]!).Contains(words, StringComparison.Ordinal))!["custom_id"]!;
}
