using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Reloading;
using KorKazBot.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Reloading;

/// <summary>A corpus folder of two interviews, the bot that serves it, and a moderator who edits and reloads.</summary>
internal sealed class ReloadScene : IDisposable
{
    public const string Moderator = "telegram:1";
    public const string HeightQuestion = "How high is the lighthouse?";
    private const string HeightFile = "interviews/kim-2020-01/en.md";

    private readonly DirectoryInfo _root;
    private readonly TestStreams _streams = new();

    public ReloadScene(int inMemory = 1000)
        : this(Directory.CreateTempSubdirectory("korkazbot-reload-"), inMemory)
    {
        Write("interviews/lee-2021-02/en.md", Interview("lee-2021-02", "Who built the bridge?", "A bridge builder from Almaty built the bridge."));
        WriteHeight(30);
        Write("golden.jsonl", $$"""
            {"question": "{{HeightQuestion}}", "gold": ["kim-2020-01.1.1"]}
            {"question": "What is the recipe for borscht?", "gold": []}
            """);
    }

    private ReloadScene(DirectoryInfo root, int inMemory)
    {
        _root = root;
        Settings = new Settings { Place = new SettingsPlace { WorkingDirectory = root.FullName, ProgramDirectory = root.FullName } };
        Settings.Answering.Meaning = MeaningUse.Never;
        Settings.Index.MaxPassagesInMemory = inMemory;
        Settings.Index.Path = Path.Combine(root.FullName, "data", "index");
    }

    public Settings Settings { get; }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What the operator was told.</summary>
    public string Told => _streams.Error;

    /// <summary>Starts the bot as <c>serve</c> does.</summary>
    public Bot Serve() => ServingStart.Open(Settings, _streams.Streams, CancellationToken.None);

    public CorpusReloader Reloads(Bot bot, Action<ReloadStep>? onStep = null) =>
        new(bot.Corpus, new QuestionAnswerer(Settings.Answering), new CorpusIndexes(Settings), Settings, Time) { OnStep = onStep ?? (_ => { }) };

    public static Task<ReloadOutcome> PublishAsync(ICorpusReloads reloads, bool force = false, string? shown = null) =>
        reloads.ReloadAsync(new ReloadRequest(Moderator, Publish: true, shown, force), CancellationToken.None);

    /// <summary>The lighthouse's height stands in every part of its interview, so that parts of two generations can be told.</summary>
    public void WriteHeight(int metres) => Write(HeightFile, Interview(
        "kim-2020-01",
        $"How high is the lighthouse of {metres} m?", $"The lighthouse is {metres} m high.",
        $"Who keeps the lighthouse of {metres} m?", $"Kim keeps the lighthouse of {metres} m."));

    /// <summary>Breaks the interview in its first line.</summary>
    public void Break() => Write(HeightFile, "no front matter");

    /// <summary>Takes the height out, which a golden question asks for.</summary>
    public void LoseHeight() => Write(HeightFile, Interview("kim-2020-01", "Who paints boats?", "Kim paints boats in spring."));

    public void Write(string name, string text)
    {
        var path = CorpusFile(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string CorpusFile(string name) => Path.Combine(_root.FullName, "corpus", name);

    public string DataFile(string name) => Path.Combine(_root.FullName, "data", name);

    /// <summary>The same disk at this moment, as a machine finds it whose bot was killed now.</summary>
    public ReloadScene Killed()
    {
        var copy = Directory.CreateTempSubdirectory("korkazbot-killed-");
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.FullName, Path.GetRelativePath(_root.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            file.CopyTo(to);
        }

        return new ReloadScene(copy, Settings.Index.MaxPassagesInMemory);
    }

    /// <summary>What answers the question for the height.</summary>
    public static string? Height(Bot bot) =>
        bot.Answer(new Question(HeightQuestion), 1) is Answer.Found { Readings: [var best, ..] } ? best.Passage.Text : null;

    public static Generation Live(Bot bot)
    {
        using var lease = bot.Corpus.Acquire();
        return lease.Generation;
    }

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _streams.Dispose();
    }

    private static string Interview(string id, params string[] askedAndAnswered) =>
        $"---\nid: {id}\ntitle: A talk\ninterviewee: {{ name: Kim Somebody, role: Mayor }}\nlanguage: en\n---\n\n"
        + string.Join("\n\n", askedAndAnswered.Select((line, i) => i % 2 == 0 ? $"## {line}" : line)) + "\n";
}
