using System.Text.Json.Nodes;
using KorKazBot.Engine;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.People;

/// <summary>Votes and commands about people as Telegram draws them; whatever its documentation doesn't allow fails the test.</summary>
public sealed class TelegramPeopleTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";

    private readonly FakeTelegramStore _store = new();
    private PeopleScene _scene = null!;
    private FakeTelegramHost _bot = null!;

    public async Task InitializeAsync()
    {
        _scene = await PeopleScene.OpenAsync();
        _bot = await (await FakeTelegramHost.StartAsync(store: _store, families: _scene.FamiliesOver(_store))).RunAsync();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _scene.DisposeAsync();
        Assert.Empty(_bot.Telegram.Violations);
    }

    [Fact]
    public async Task Everybody_in_a_group_votes_and_nobody_sees_it()
    {
        var answer = Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question)));

        Assert.Empty(await _bot.PressAsync(answer, "👍"));
        Assert.Empty(await _bot.PressAsync(answer, "👎", user: 12));
        Assert.Empty(await _bot.PressAsync(answer, "👎", user: 13, language: "ru"));
        Assert.Empty(await _bot.PressAsync(answer, "👍", user: 13, language: "ru"));

        var acknowledged = _bot.Telegram.CallsOf("answerCallbackQuery").ToList();
        Assert.Equal(
            ["Thank you: noted as helpful.", "Noted as not helpful. Other words may find more.", "Отмечено: не помогло. Попробуйте спросить иначе.", "Спасибо, отмечено: полезно."],
            acknowledged.Select(each => (string)each["text"]!));
        Assert.All(acknowledged, each => Assert.False((bool?)each["show_alert"] ?? false));
        var votes = Assert.Single(await _scene.Stores.Feedback.CountAsync(10, default));
        Assert.Equal((2, 1), (votes.Helpful, votes.NotHelpful));
    }

    [Fact]
    public async Task The_votes_stand_side_by_side_under_the_rest()
    {
        var answer = Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.Private(Question)));

        var rows = answer.Request["reply_markup"]!["inline_keyboard"]!.AsArray();

        Assert.Equal(["👍 Helpful", "👎 Not helpful"], rows[^1]!.AsArray().Select(button => (string)button!["text"]!));
        Assert.All(rows.SkipLast(1), row => Assert.Single(row!.AsArray()));
    }

    [Fact]
    public async Task Ones_own_chat_is_private_and_a_group_is_not()
    {
        Assert.Contains("Nothing is kept of you", Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.Private("/mydata"))).Text, StringComparison.Ordinal);
        Assert.Contains("in private", Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.InGroup("/mydata"))).Text, StringComparison.Ordinal);
        Assert.Contains("in private", Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.InGroup("/forget yes"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_presses_a_setting_in_ones_own_chat_has_it_set_and_a_group_refuses_a_student()
    {
        var shown = Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.Private("/settings")));
        await _bot.PressAsync(shown, "한국어");
        Assert.Equal(Language.Korean, _store.Settings("11").Language);

        var refused = Assert.Single(await _bot.SayAsync(FakeTelegramUpdate.InGroup("/settings open")));
        Assert.Contains("Only administrators", refused.Text, StringComparison.Ordinal);
        Assert.False(_store.Settings($"{FakeTelegramUpdate.Group}").IsOpen);
    }

    [Fact]
    public async Task The_menus_name_the_commands_in_each_language()
    {
        IReadOnlyDictionary<string, JsonNode> set = _bot.Telegram.Profile.Texts;
        await FakeTelegramHost.UntilAsync(() => set.Count == 20);

        foreach (var language in new[] { "", "ru", "kk", "ko" })
        {
            var names = set[$"MyCommands all_private_chats {language}"].AsArray().Select(command => (string)command!["command"]!);
            Assert.All(["privacy", "mydata", "forget", "settings"], name => Assert.Contains(name, names));
        }
    }
}
