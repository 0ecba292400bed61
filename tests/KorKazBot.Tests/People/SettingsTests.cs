using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.People;

public sealed class SettingsTests : IAsyncLifetime
{
    private PeopleScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PeopleScene.OpenAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Everybody_sees_the_settings_and_who_may_change_them_has_buttons()
    {
        var seen = (await _scene.SayInGroupAsync("/settings")).ShouldSay(
            "• my language: everybody's own\n• I answer only when I am addressed\n• the text of unanswered questions is kept");
        Assert.Empty(seen.Buttons);

        var changeable = await _scene.SayInGroupAsync("/settings", Role.ChatAdministrator);
        Assert.Equal(["English", "Русский", "Қазақша", "한국어", "Answer any message", "Keep no questions"], changeable.Labels());
    }

    [Theory]
    [InlineData(Role.ChatAdministrator)]
    [InlineData(Role.Moderator)]
    public async Task Who_looks_after_a_chat_changes_its_settings_by_words(Role role)
    {
        (await _scene.SayInGroupAsync("/settings language RU", role)).ShouldSay("Сохранено.");
        await _scene.SayInGroupAsync("/settings open", role);
        await _scene.SayInGroupAsync("/settings texts off", role);
        Assert.Equal(new ChatSettings { Language = Language.Russian, IsOpen = true, KeepsQuestions = false }, await _scene.GroupSettingsAsync());

        await _scene.SayInGroupAsync("/settings language auto", role);
        await _scene.SayInGroupAsync("/settings quiet", role);
        await _scene.SayInGroupAsync("/settings texts on", role);
        Assert.Equal(ChatSettings.Default, await _scene.GroupSettingsAsync());
    }

    [Fact]
    public async Task Buttons_change_them_too_and_show_what_is_set()
    {
        var shown = await _scene.SayInGroupAsync("/settings", Role.ChatAdministrator);
        shown = await _scene.PressInGroupAsync(shown, "한국어", Role.ChatAdministrator);
        shown.ShouldSay("제 언어: 한국어");
        shown = await _scene.PressInGroupAsync(shown, "모든 메시지에 답하기", Role.ChatAdministrator);
        await _scene.PressInGroupAsync(shown, "질문 보관 안 함", Role.ChatAdministrator);

        Assert.Equal(new ChatSettings { Language = Language.Korean, IsOpen = true, KeepsQuestions = false }, await _scene.GroupSettingsAsync());
    }

    [Theory]
    [InlineData("/settings open")]
    [InlineData("/settings language ru")]
    [InlineData("/settings texts off")]
    [InlineData("/settings nonsense")]
    public async Task Nobody_else_changes_them(string text)
    {
        var shown = await _scene.SayInGroupAsync("/settings", Role.ChatAdministrator);

        (await _scene.SayInGroupAsync(text)).ShouldSay("Only administrators of this chat can do that.");
        (await _scene.PressInGroupAsync(shown, "Answer any message")).ShouldSay("Only administrators of this chat can do that.");

        // What only they see is still said in everybody's chat.
        var hidden = new Turn { Conversation = new("telegram", "-100", "7"), IsPrivate = true, Text = text };
        (await _scene.Bot.RespondAsync(hidden)).ShouldSay("Only administrators of this chat can do that.");
        Assert.Equal(ChatSettings.Default, await _scene.GroupSettingsAsync());
    }

    [Fact]
    public async Task In_ones_own_chat_one_sets_what_one_likes()
    {
        var shown = await _scene.SayAsync("/settings");
        Assert.DoesNotContain("Answer any message", shown.Labels());

        (await _scene.PressAsync(shown, "Қазақша")).ShouldSay("менің тілім: Қазақша");

        Assert.Equal(Language.Kazakh, (await _scene.Stores.ChatSettings.ReadAsync(new ChatId("telegram", "7777777"), default)).Language);
        Assert.Equal(ChatSettings.Default, await _scene.GroupSettingsAsync());
    }

    [Fact]
    public async Task What_cant_be_set_is_answered_with_what_can() =>
        (await _scene.SayAsync("/settings language tlh")).ShouldSay("/settings language en|ru|kk|ko|auto");

    [Fact]
    public async Task What_the_bot_has_learnt_of_a_chat_stays()
    {
        var muted = _scene.Clock.GetUtcNow().AddHours(1);
        await _scene.Stores.ChatSettings.ChangeAsync(new ChatId("telegram", "-100"), old => old with { MutedUntil = muted }, default);

        await _scene.SayInGroupAsync("/settings open", Role.ChatAdministrator);

        Assert.Equal(new ChatSettings { IsOpen = true, MutedUntil = muted }, await _scene.GroupSettingsAsync());
    }
}
