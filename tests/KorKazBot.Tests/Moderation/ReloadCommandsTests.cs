using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;
using KorKazBot.Tests.Drivers;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Moderation;

public sealed class ReloadCommandsTests : IDisposable
{
    private const string Before = "The lighthouse is 30 m high.";
    private const string After = "The lighthouse is 31 m high.";

    private readonly ModeratorScene _scene = new();
    private readonly string _first;

    public ReloadCommandsTests() => _first = _scene.Live;

    private string? Height => ReloadScene.Height(_scene.Bot);

    public void Dispose()
    {
        Assert.All(_scene.Failures, failure => Assert.IsType<Engine.Delivery.StoreUnavailableException>(failure));
        _scene.Dispose();
    }

    [Fact]
    public async Task What_would_change_is_shown_and_nothing_has()
    {
        _scene.Files.WriteHeight(31);

        var shown = (await _scene.SayAsync("/reload")).ShouldSay($"{_first} → ");

        Assert.Contains("Interviews: 0 new, 0 gone, 1 changed; 2 in all.\n~ kim-2020-01\n", shown.Message, StringComparison.Ordinal);
        Assert.Contains("Passages: 0 new, 0 gone, 2 changed; 3 in all.\n~ kim-2020-01.1.1\n~ kim-2020-01.2.1", shown.Message, StringComparison.Ordinal);
        Assert.Contains("Test questions answered right: 2 of 2 before, 2 of 2 now.", shown.Message, StringComparison.Ordinal);
        Assert.Equal((Before, _first), (Height, _scene.Live));
        Assert.Empty(_scene.Store.Audit);
        Assert.Empty(_scene.Store.Notices);
    }

    [Fact]
    public async Task The_second_tap_does_it_writes_it_down_and_tells_the_others()
    {
        _scene.Files.WriteHeight(31);

        (await _scene.TapAsync(await _scene.SayAsync("/reload"))).ShouldSay($"{_scene.Live} answers now. To take it back: /rollback");

        Assert.Equal(After, Height);
        Assert.Equal(new ModeratorAct(ModeratorScene.Keys.Of("telegram", "2"), "reload", _scene.Live), Assert.Single(_scene.Store.Audit));
        var notice = Assert.Single(_scene.Store.Notices);
        Assert.Equal(("telegram:2", "telegram:1, discord:3"), ($"{notice.By}", string.Join(", ", notice.To)));
        Assert.Equal($"telegram:2 перезагрузил интервью: теперь отвечает {_scene.Live}.", notice.Words(Texts.In(Language.Russian)));
    }

    [Fact]
    public async Task A_tap_on_files_that_were_edited_since_asks_again()
    {
        _scene.Files.WriteHeight(31);
        var shown = await _scene.SayAsync("/reload");
        _scene.Files.WriteHeight(32);

        var again = (await _scene.TapAsync(shown)).ShouldSay("Something has changed since that was shown");

        Assert.Equal(Before, Height);
        Assert.Equal(["reload", "reload-not-done"], _scene.Store.Audit.Select(act => act.Act));
        Assert.Empty(_scene.Store.Notices);
        await _scene.TapAsync(again);
        Assert.Equal("The lighthouse is 32 m high.", Height);
    }

    [Fact]
    public async Task A_tap_after_another_moderator_published_asks_again()
    {
        _scene.Files.WriteHeight(31);
        var shown = await _scene.SayAsync("/reload");
        _scene.Files.WriteHeight(32);
        await _scene.TapAsync(await _scene.SayAsync("/reload", by: ModeratorScene.Bob), ModeratorScene.Bob);
        _scene.Files.WriteHeight(31);

        (await _scene.TapAsync(shown)).ShouldSay("Something has changed since that was shown");

        Assert.Equal("The lighthouse is 32 m high.", Height);
        Assert.Single(_scene.Store.Audit);
    }

    [Fact]
    public async Task A_second_second_tap_does_nothing()
    {
        _scene.Files.WriteHeight(31);
        var shown = await _scene.SayAsync("/reload");
        await _scene.TapAsync(shown);

        (await _scene.TapAsync(shown)).ShouldSay($"{_scene.Live} answers already");

        Assert.Single(_scene.Store.Audit);
        Assert.Single(_scene.Store.Notices);
    }

    [Theory]
    [InlineData("/reload")]
    [InlineData("/reload force")]
    public async Task A_broken_corpus_is_told_by_file_and_line_and_has_no_button(string command)
    {
        _scene.Files.Break();

        var said = (await _scene.SayAsync(command)).ShouldSay("interviews/kim-2020-01/en.md:1: error:");

        Assert.Empty(said.Buttons);
        Assert.Equal(Before, Height);
    }

    [Fact]
    public async Task Files_that_break_between_the_taps_change_nothing()
    {
        _scene.Files.WriteHeight(31);
        var shown = await _scene.SayAsync("/reload");
        _scene.Files.Break();

        (await _scene.TapAsync(shown)).ShouldSay("interviews/kim-2020-01/en.md:1: error:");

        Assert.Equal(Before, Height);
        Assert.Equal(["reload", "reload-not-done"], _scene.Store.Audit.Select(act => act.Act));
    }

    [Fact]
    public async Task Force_says_what_it_overrides_and_wants_a_second_tap_too()
    {
        _scene.Files.LoseHeight();

        var held = (await _scene.SayAsync("/reload")).ShouldSay($"✗ golden.jsonl:1: {ReloadScene.HeightQuestion}: kim-2020-01.1.1 → no answer");
        var forced = (await _scene.TapAsync(held)).ShouldSay("This overrides the test questions marked ✗, 1 in all");
        Assert.Equal(Before, Height);
        Assert.Empty(_scene.Store.Audit);
        (await _scene.TapAsync(forced)).ShouldSay($"✗ golden.jsonl:1: {ReloadScene.HeightQuestion}");

        Assert.Null(Height);
        Assert.Equal([$"reload-force {_scene.Live}"], _scene.Store.Acts);
        Assert.Contains("overriding 1 test questions", Assert.Single(_scene.Store.Notices).Words(Texts.In(Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_force_a_typed_second_tap_overrides_nothing()
    {
        _scene.Files.LoseHeight();
        var forced = Assert.IsType<ReplyAction.Command>(Assert.Single((await _scene.SayAsync("/reload force")).Buttons).Action);

        (await _scene.SayAsync(forced.Text.Replace(" force", "", StringComparison.Ordinal)[..^2])).ShouldSay("so it stays as it is");

        Assert.Equal(Before, Height);
    }

    [Fact]
    public async Task Force_overrides_no_more_than_was_shown()
    {
        _scene.Files.LoseHeight();
        var shown = await _scene.SayAsync("/reload force");
        File.AppendAllText(_scene.Files.CorpusFile("golden.jsonl"), "\n{\"question\": \"Who keeps the lighthouse?\", \"gold\": [\"kim-2020-01.2.1\"]}\n");

        (await _scene.TapAsync(shown)).ShouldSay("This overrides the test questions marked ✗, 2 in all");

        Assert.Equal(Before, Height);
        Assert.Empty(_scene.Store.Notices);
    }

    [Fact]
    public async Task Force_with_nothing_to_override_says_so()
    {
        _scene.Files.WriteHeight(31);

        await _scene.TapAsync((await _scene.SayAsync("/reload force")).ShouldSay("There is nothing to override"));

        Assert.Equal([$"reload {_scene.Live}"], _scene.Store.Acts);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done()
    {
        _scene.Files.WriteHeight(31);
        var shown = await _scene.SayAsync("/reload");
        _scene.Store.IsAuditOut = true;

        (await _scene.TapAsync(shown)).ShouldSay("nothing was changed");

        Assert.Equal(Before, Height);
        Assert.Empty(_scene.Store.Notices);
    }

    [Fact]
    public async Task Where_moderators_cannot_be_read_the_act_stands_and_the_owner_is_told()
    {
        _scene.Files.WriteHeight(31);
        _scene.Store.IsOut = true;

        (await _scene.TapAsync(await _scene.SayAsync("/reload"))).ShouldSay("answers now");

        Assert.Equal(ModeratorScene.Owner, Assert.Single(Assert.Single(_scene.Store.Notices).To));
    }

    [Fact]
    public async Task Buttons_fit_on_every_platform()
    {
        _scene.Files.LoseHeight();
        var action = Assert.Single((await _scene.SayAsync("/reload force")).Buttons).Action;

        Assert.True(new ActionCodes([1]).TryWrite(action, out var code));
        Assert.True(new ActionCodes([1]).TryRead(code, out var read));
        Assert.Equal(action, read);
    }
}
