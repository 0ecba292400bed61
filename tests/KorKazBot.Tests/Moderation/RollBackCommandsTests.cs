using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Moderation;

public sealed class RollBackCommandsTests : IDisposable
{
    private readonly ModeratorScene _scene = new();

    public void Dispose()
    {
        Assert.Empty(_scene.Failures);
        _scene.Dispose();
    }

    [Fact]
    public async Task Before_the_first_reload_there_is_nothing_to_go_back_to()
    {
        Assert.Empty((await _scene.SayAsync("/rollback")).ShouldSay("There is no earlier corpus").Buttons);
        Assert.Empty(_scene.Store.Audit);
    }

    [Fact]
    public async Task The_second_tap_goes_back_writes_it_down_and_tells_the_others()
    {
        var first = _scene.Live;
        var second = await ReloadAsync(31);

        var shown = (await _scene.SayAsync("/rollback")).ShouldSay($"{second} → {first}");
        Assert.Equal("The lighthouse is 31 m high.", ReloadScene.Height(_scene.Bot));
        (await _scene.TapAsync(shown)).ShouldSay($"{first} answers again; {second} was taken back.");

        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(_scene.Bot));
        Assert.Equal([$"reload {second}", $"rollback {second}"], _scene.Store.Acts);
        Assert.Equal($"telegram:2 took a reload back: {first} answers again.", _scene.Store.Notices[^1].Words(Texts.In(Language.English)));
    }

    [Fact]
    public async Task A_tap_after_another_reload_asks_again()
    {
        await ReloadAsync(31);
        var shown = await _scene.SayAsync("/rollback");
        var third = await ReloadAsync(32);

        (await _scene.TapAsync(shown)).ShouldSay("Something has changed since that was shown");

        Assert.Equal(third, _scene.Live);
        Assert.DoesNotContain(_scene.Store.Audit, act => act.Act == "rollback");
    }

    [Fact]
    public async Task A_second_second_tap_does_not_go_forth_again()
    {
        var first = _scene.Live;
        await ReloadAsync(31);
        var shown = await _scene.SayAsync("/rollback");
        await _scene.TapAsync(shown);

        (await _scene.TapAsync(shown)).ShouldSay("Something has changed since that was shown");

        Assert.Equal(first, _scene.Live);
    }

    [Theory]
    [InlineData(Language.English, "What answers now: ", "Interviews: 2, passages: 3", "read when the program started")]
    [InlineData(Language.Russian, "Сейчас отвечает: ", "Интервью: 2, фрагментов: 3", "прочитано при запуске программы")]
    [InlineData(Language.Kazakh, "Қазір жауап беретін жинақ: ", "Сұхбат саны: 2, үзінді саны: 3", "бағдарлама іске қосылғанда оқылған")]
    [InlineData(Language.Korean, "지금 답하는 자료: ", "인터뷰 2건, 문단 3개", "프로그램을 시작할 때 읽음")]
    public async Task What_is_live_is_told_in_the_moderators_language(Language language, string head, string counts, string how)
    {
        var said = (await _scene.SayAsync("/corpus", language: language)).ShouldSay($"{head}{_scene.Live}\n{counts}\n");

        Assert.Contains("English 3", said.Message, StringComparison.Ordinal);
        Assert.EndsWith(how, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_live_is_told_with_who_brought_it_and_when()
    {
        await ReloadAsync(31);
        (await _scene.SayAsync("/corpus")).ShouldSay("Since 1 January 2000 00:00 UTC: reloaded by telegram:2");

        await _scene.TapAsync(await _scene.SayAsync("/rollback", by: ModeratorScene.Bob), ModeratorScene.Bob);
        (await _scene.SayAsync("/corpus")).ShouldSay("brought back by discord:3");
    }

    private async Task<string> ReloadAsync(int metres)
    {
        _scene.Files.WriteHeight(metres);
        await _scene.TapAsync(await _scene.SayAsync("/reload"));
        return _scene.Live;
    }
}
