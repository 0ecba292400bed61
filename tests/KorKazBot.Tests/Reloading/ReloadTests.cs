using KorKazBot.Composition;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Reloading;

namespace KorKazBot.Tests.Reloading;

public sealed class ReloadTests : IDisposable
{
    private readonly ReloadScene _scene = new();
    private readonly Bot _bot;
    private readonly CorpusReloader _reloads;
    private readonly Generation _first;

    public ReloadTests()
    {
        _bot = _scene.Serve();
        _reloads = _scene.Reloads(_bot);
        _first = ReloadScene.Live(_bot);
    }

    public void Dispose()
    {
        _bot.Dispose();
        _scene.Dispose();
    }

    [Fact]
    public async Task What_was_edited_is_answered_after_a_reload_and_its_difference_told()
    {
        _scene.WriteHeight(31);
        _scene.Write("interviews/lee-2021-02/aliases.tsv", "passage\tlanguage\tquestion\nlee-2021-02.1.1\ten\tWhose work is the bridge?\n");

        var published = Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(_reloads));

        Assert.Equal("The lighthouse is 31 m high.", ReloadScene.Height(_bot));
        var difference = published.Preview.Difference;
        Assert.Equal((_first.Id, ReloadScene.Live(_bot).Id, 2, 3), (difference.OldId, difference.NewId, difference.Interviews, difference.Passages));
        Assert.Equal(["kim-2020-01", "lee-2021-02"], difference.InInterviews.Changed.ToArray());
        Assert.Equal(["kim-2020-01.1.1", "kim-2020-01.2.1", "lee-2021-02.1.1"], difference.InPassages.Changed.ToArray());
        Assert.Equal((2, 2, 2), (published.Preview.Golden.Asked, published.Preview.Golden.RightBefore, published.Preview.Golden.RightNow));
        Assert.Equal(new Origin(Arrival.Reload, _scene.Time.GetUtcNow(), ReloadScene.Moderator), ReloadScene.Live(_bot).Origin);
    }

    [Fact]
    public async Task Interviews_that_come_and_go_are_told()
    {
        Directory.Move(_scene.CorpusFile("interviews/lee-2021-02"), _scene.CorpusFile("interviews/park-2022-03"));
        var file = _scene.CorpusFile("interviews/park-2022-03/en.md");
        File.WriteAllText(file, File.ReadAllText(file).Replace("lee-2021-02", "park-2022-03", StringComparison.Ordinal));

        var difference = Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(_reloads)).Preview.Difference;

        Assert.Equal(("park-2022-03", "lee-2021-02"), (Assert.Single(difference.InInterviews.Added), Assert.Single(difference.InInterviews.Removed)));
        Assert.Equal(("park-2022-03.1.1", "lee-2021-02.1.1"), (Assert.Single(difference.InPassages.Added), Assert.Single(difference.InPassages.Removed)));
        Assert.Empty(difference.InInterviews.Changed.Concat(difference.InPassages.Changed));
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        _scene.WriteHeight(31);

        var preview = await _reloads.ReloadAsync(new ReloadRequest(ReloadScene.Moderator, Publish: false), CancellationToken.None);

        Assert.Equal(2, Assert.IsType<ReloadOutcome.Previewed>(preview).Preview.Difference.InPassages.Changed.Length);
        AssertNothingChanged();
    }

    [Fact]
    public async Task Only_the_corpus_that_was_shown_is_published()
    {
        _scene.WriteHeight(31);
        var preview = await _reloads.ReloadAsync(new ReloadRequest(ReloadScene.Moderator, Publish: false), default);
        var shown = Assert.IsType<ReloadOutcome.Previewed>(preview).Preview.Difference.NewId;
        _scene.WriteHeight(32);

        var moved = Assert.IsType<ReloadOutcome.Moved>(await ReloadScene.PublishAsync(_reloads, shown: shown));
        AssertNothingChanged();

        Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(_reloads, shown: moved.Preview.Difference.NewId));
        Assert.Equal("The lighthouse is 32 m high.", ReloadScene.Height(_bot));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_broken_corpus_changes_nothing_and_names_file_and_line_whatever_force_says(bool force)
    {
        _scene.Break();

        var broken = Assert.IsType<ReloadOutcome.Broken>(await ReloadScene.PublishAsync(_reloads, force));

        Assert.Contains(broken.Problems, problem => problem is { Severity: Severity.Error, File: "interviews/kim-2020-01/en.md", Line: 1 });
        AssertNothingChanged();
    }

    [Fact]
    public async Task Golden_questions_that_can_not_be_read_are_named_with_their_line()
    {
        _scene.WriteHeight(31);
        _scene.Write("golden.jsonl", "{\"question\": \"Who?\", \"gold\": []}\n{");

        var broken = Assert.IsType<ReloadOutcome.Broken>(await ReloadScene.PublishAsync(_reloads, force: true));

        Assert.StartsWith("golden.jsonl:2: error:", Assert.Single(broken.Problems).ToString(), StringComparison.Ordinal);
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_golden_question_that_lost_its_answer_holds_the_reload()
    {
        _scene.LoseHeight();

        var held = Assert.IsType<ReloadOutcome.Held>(await ReloadScene.PublishAsync(_reloads));

        Assert.Equal(new GoldenAnswer(1, ReloadScene.HeightQuestion, true, false, "kim-2020-01.1.1", null), Assert.Single(held.Preview.Golden.Wrong));
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_question_that_must_stay_unanswered_holds_the_reload_when_it_is_answered()
    {
        _scene.Write("interviews/lee-2021-02/aliases.tsv", "passage\tlanguage\tquestion\nlee-2021-02.1.1\ten\tWhat is the recipe for borscht?\n");

        var held = Assert.IsType<ReloadOutcome.Held>(await ReloadScene.PublishAsync(_reloads));

        Assert.Equal((2, "lee-2021-02.1.1"), (Assert.Single(held.Preview.Golden.Wrong).Line, Assert.Single(held.Preview.Golden.Wrong).Now));
        AssertNothingChanged();
    }

    [Fact]
    public async Task Force_publishes_over_golden_questions_and_tells_which()
    {
        _scene.LoseHeight();

        var published = Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(_reloads, force: true));

        Assert.Equal(ReloadScene.HeightQuestion, Assert.Single(published.Preview.Golden.Wrong).Question);
        Assert.Null(ReloadScene.Height(_bot));
    }

    [Fact]
    public async Task A_corpus_that_is_the_same_is_not_published_again()
    {
        var unchanged = Assert.IsType<ReloadOutcome.Unchanged>(await ReloadScene.PublishAsync(_reloads));

        Assert.Equal(_first.Id, unchanged.Id);
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_folder_that_is_gone_changes_nothing()
    {
        Directory.Delete(_scene.CorpusFile(""), recursive: true);

        Assert.IsType<ReloadOutcome.Broken>(await ReloadScene.PublishAsync(_reloads));

        AssertNothingChanged();
    }

    [Fact]
    public async Task A_copy_that_can_not_be_written_changes_nothing()
    {
        _scene.WriteHeight(31);
        Directory.Delete(_scene.DataFile("corpus"), recursive: true);
        File.WriteAllText(_scene.DataFile("corpus"), "a file where the folder should be");

        var failed = Assert.IsType<ReloadOutcome.Failed>(await ReloadScene.PublishAsync(_reloads));

        Assert.Contains(_scene.DataFile("corpus"), failed.Reason, StringComparison.Ordinal);
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_rollback_brings_the_previous_generation_back()
    {
        _scene.WriteHeight(31);
        await ReloadScene.PublishAsync(_reloads);
        var second = ReloadScene.Live(_bot);
        Assert.Equal((second.Id, _first.Id), (_reloads.PreviewRollBack()?.OldId, _reloads.PreviewRollBack()?.NewId));

        var done = Assert.IsType<RollBackOutcome.Done>(await _reloads.RollBackAsync(second.Id, "telegram:2", default));

        Assert.Equal(2, done.Difference.InPassages.Changed.Length);
        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(_bot));
        Assert.Equal((Arrival.Rollback, "telegram:2"), (ReloadScene.Live(_bot).Origin.Arrival, ReloadScene.Live(_bot).Origin.By));
    }

    [Fact]
    public async Task A_rollback_that_comes_second_changes_nothing()
    {
        _scene.WriteHeight(31);
        await ReloadScene.PublishAsync(_reloads);
        var second = ReloadScene.Live(_bot);
        await _reloads.RollBackAsync(second.Id, ReloadScene.Moderator, default);

        var moved = Assert.IsType<RollBackOutcome.Moved>(await _reloads.RollBackAsync(second.Id, "telegram:2", default));

        Assert.Equal(_first.Id, moved.Id);
        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(_bot));
    }

    [Fact]
    public async Task Before_the_first_reload_there_is_nothing_to_go_back_to()
    {
        Assert.Null(_reloads.PreviewRollBack());
        Assert.IsType<RollBackOutcome.Impossible>(await _reloads.RollBackAsync(_first.Id, ReloadScene.Moderator, default));
        AssertNothingChanged();
    }

    private void AssertNothingChanged()
    {
        Assert.Same(_first, ReloadScene.Live(_bot));
        Assert.Equal("The lighthouse is 30 m high.", ReloadScene.Height(_bot));
    }
}
