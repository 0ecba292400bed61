using KorKazBot.Cli;
using KorKazBot.Composition;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Reloading;

namespace KorKazBot.Tests.Reloading;

public sealed class LastGoodTests : IDisposable
{
    private readonly ReloadScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_bot_whose_corpus_broke_while_it_was_down_serves_the_last_good_one_and_says_so()
    {
        _scene.Serve().Dispose();
        _scene.Break();

        using var bot = _scene.Serve();

        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(bot));
        Assert.Equal(Arrival.LastGood, ReloadScene.Live(bot).Origin.Arrival);
        var line = Assert.Single(_scene.Told.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("interviews/kim-2020-01/en.md:1: error:", line, StringComparison.Ordinal);
        Assert.Contains($"The last good corpus ({ReloadScene.Live(bot).Id}) is served instead.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_gone_is_no_other_case()
    {
        _scene.Serve().Dispose();
        Directory.Delete(_scene.CorpusFile(""), recursive: true);

        using var bot = _scene.Serve();

        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(bot));
        Assert.Contains("There is no corpus folder", _scene.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_good_one_is_the_last_that_was_published()
    {
        using (var bot = _scene.Serve())
        {
            _scene.WriteHeight(31);
            await ReloadScene.PublishAsync(_scene.Reloads(bot));
        }

        _scene.Break();
        using var again = _scene.Serve();

        Assert.Equal("The lighthouse is 31 m high.", ReloadScene.Height(again));
    }

    [Fact]
    public void Without_a_copy_a_broken_corpus_does_not_start()
    {
        _scene.Break();
        Assert.Throws<CorpusException>(_scene.Serve);

        Directory.Delete(_scene.CorpusFile(""), recursive: true);
        Assert.Equal(ExitCode.BadConfiguration, Assert.Throws<UserError>(_scene.Serve).ExitCode);
    }

    [Fact]
    public void A_copy_that_was_changed_is_not_served()
    {
        _scene.Serve().Dispose();
        _scene.Break();
        var copy = Directory.EnumerateFiles(_scene.DataFile("corpus"), "en.md", SearchOption.AllDirectories).First();
        File.AppendAllText(copy, "Nobody said this.\n");

        Assert.Throws<CorpusException>(_scene.Serve);
    }

    [Fact]
    public async Task What_was_taken_back_does_not_return_with_a_restart()
    {
        using (var bot = _scene.Serve())
        {
            var reloads = _scene.Reloads(bot);
            _scene.WriteHeight(31);
            await ReloadScene.PublishAsync(reloads);
            await reloads.RollBackAsync(ReloadScene.Live(bot).Id, ReloadScene.Moderator, default);
        }

        using (var again = _scene.Serve()) Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(again));
        Assert.Contains("was taken back by a moderator", _scene.Told, StringComparison.Ordinal);

        _scene.WriteHeight(32);
        using var edited = _scene.Serve();
        Assert.Equal("The lighthouse is 32 m high.", ReloadScene.Height(edited));
    }

    [Fact]
    public async Task A_reload_can_be_taken_back_after_a_restart()
    {
        using (var bot = _scene.Serve())
        {
            _scene.WriteHeight(31);
            await ReloadScene.PublishAsync(_scene.Reloads(bot));
        }

        using var again = _scene.Serve();
        var reloads = _scene.Reloads(again);
        Assert.Equal(2, reloads.PreviewRollBack()?.InPassages.Changed.Length);
        Assert.IsType<RollBackOutcome.Done>(await reloads.RollBackAsync(ReloadScene.Live(again).Id, ReloadScene.Moderator, default));

        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(again));
    }

    [Fact]
    public async Task Copies_of_two_corpora_are_kept_and_no_more()
    {
        using var bot = _scene.Serve();
        for (var metres = 31; metres < 36; metres++)
        {
            _scene.WriteHeight(metres);
            await ReloadScene.PublishAsync(_scene.Reloads(bot));
        }

        Assert.Equal(2, Directory.GetDirectories(_scene.DataFile("corpus")).Length);
    }

    [Fact]
    public void Data_that_can_not_be_written_costs_the_copy_and_not_the_service()
    {
        Directory.CreateDirectory(_scene.DataFile(""));
        File.WriteAllText(_scene.DataFile("corpus"), "a file where the folder should be");

        using var bot = _scene.Serve();

        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(bot));
        Assert.Contains("Corpus:KeptPath", _scene.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_verbs_never_serve_a_copy()
    {
        _scene.Serve().Dispose();
        _scene.Break();

        Assert.Throws<CorpusException>(() => Bot.Open(_scene.Settings, new Builders.TestStreams().Streams, CancellationToken.None));
    }
}
