using KorKazBot.Composition;
using KorKazBot.Engine.Reloading;

namespace KorKazBot.Tests.Reloading;

/// <summary>The disk is copied at each step of a reload: it is what a start finds after the process was killed there.</summary>
public sealed class ReloadCrashTests
{
    private const string Old = "The lighthouse is 30 m high.";
    private const string New = "The lighthouse is 31 m high.";

    public static TheoryData<string, int> Steps()
    {
        var steps = new TheoryData<string, int>();
        foreach (var step in Enum.GetNames<ReloadStep>())
        {
            steps.Add(step, 1000);   // an index in memory
            steps.Add(step, 0);      // an index on disk
        }

        return steps;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_bot_that_is_killed_there_serves_the_old_or_the_new_generation(string killedAt, int inMemory)
    {
        using var scene = new ReloadScene(inMemory);
        using var bot = scene.Serve();
        ReloadScene? killed = null;
        var reloads = scene.Reloads(bot, step =>
        {
            if (step.ToString() == killedAt) killed = scene.Killed();
        });

        scene.WriteHeight(31);
        Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(reloads));

        using (killed)
        {
            using (var started = killed!.Serve()) Assert.Equal(New, ReloadScene.Height(started));
            Assert.Equal("", killed.Told);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Where_the_folder_breaks_too_the_last_good_corpus_answers(string killedAt, int inMemory)
    {
        using var scene = new ReloadScene(inMemory);
        using var bot = scene.Serve();
        ReloadScene? killed = null;
        var reloads = scene.Reloads(bot, step =>
        {
            if (step.ToString() == killedAt) killed = scene.Killed();
        });

        scene.WriteHeight(31);
        Assert.IsType<ReloadOutcome.Published>(await ReloadScene.PublishAsync(reloads));

        using (killed)
        {
            killed!.Break();
            using var started = killed.Serve();
            Assert.Equal(Enum.Parse<ReloadStep>(killedAt) < ReloadStep.Noted ? Old : New, ReloadScene.Height(started));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_copy_that_was_being_written_is_no_copy(int files)
    {
        using var scene = new ReloadScene();
        scene.Serve().Dispose();
        var whole = Assert.Single(Directory.GetDirectories(scene.DataFile("corpus")));
        var arriving = Directory.CreateDirectory(scene.DataFile("corpus/" + new string('a', 64) + ".arriving"));
        foreach (var file in Directory.GetFiles(whole, "*", SearchOption.AllDirectories).Take(files))
            File.Copy(file, Path.Combine(arriving.FullName, Path.GetRandomFileName()));
        File.WriteAllText(scene.DataFile("corpus/last-good.arriving"), "good ");
        scene.Break();

        using var started = scene.Serve();

        Assert.Equal(Old, ReloadScene.Height(started));
    }
}
