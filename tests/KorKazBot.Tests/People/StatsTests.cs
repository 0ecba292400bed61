using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.People;

public sealed class StatsTests : IAsyncLifetime
{
    private PeopleScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PeopleScene.OpenAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.ChatAdministrator)]
    public async Task Statistics_are_for_moderators(Role role) =>
        (await _scene.SayInGroupAsync("/stats", role)).ShouldSay("Only moderators of the bot can do that.");

    [Fact]
    public async Task Where_nothing_was_asked_there_is_little_to_tell() =>
        Assert.Equal("Questions of the last 30 days: 0", Assert.IsType<Reply.Said>(await _scene.SayInGroupAsync("/stats", Role.Owner)).Message);

    [Fact]
    public async Task What_was_asked_is_told_by_band_language_passage_and_day()
    {
        var answer = await _scene.SayAsync(PeopleScene.Question);
        await _scene.SayAsync(PeopleScene.Question);
        await _scene.SayAsync(PeopleScene.Unanswered);
        await _scene.SayAsync("Кто построил дирижабль?");
        await _scene.PressAsync(answer, "👎");
        await _scene.WrittenAsync();

        var said = (await _scene.SayInGroupAsync("/stats 7", Role.Moderator)).ShouldSay("Questions of the last 7 days: 4");

        Assert.All(
            [
                "answered: 2 (50%), to choose from: 0 (0%), not told: 2 (50%)",
                "languages: English 3, Русский 1",
                "Quoted most:\n• 2 – ",
                ": How many trams run?",
                "• 👎 1 👍 0 – ",
                "By day (answered):\n• ",
                " 2026: 4 (2)",
            ],
            part => Assert.Contains(part, said.Message, StringComparison.Ordinal));
    }
}
