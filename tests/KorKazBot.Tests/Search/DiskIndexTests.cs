using KorKazBot.Corpus;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Search;

public sealed class DiskIndexTests : IDisposable
{
    private static readonly CorpusSnapshot Corpus = new CorpusFolder(Repository.Corpus).Read();

    private static readonly CorpusSnapshot Changed = Corpus with { Passages = Corpus.Passages.RemoveAt(0), Hash = new string('c', 64) };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("index");
    private readonly List<IDisposable> _opened = [];

    public void Dispose()
    {
        Close();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void It_answers_as_the_index_in_memory_does()
    {
        var onDisk = Open(Corpus);

        Assert.False(onDisk.Summary.InMemory);
        Assert.Equal(Answers(IndexOf.Snapshot(Corpus)), Answers(onDisk.Retriever));
    }

    [Fact]
    public void It_is_reused_while_the_corpus_stays_the_same()
    {
        Assert.False(Open(Corpus).Summary.Reused);
        var written = Files().ToDictionary(file => file, file => (File.GetLastWriteTimeUtc(file), new FileInfo(file).Length));

        var again = Open(Corpus);

        Assert.True(again.Summary.Reused);
        Assert.Equal(written, Files().ToDictionary(file => file, file => (File.GetLastWriteTimeUtc(file), new FileInfo(file).Length)));
        Assert.Equal(Answers(IndexOf.Snapshot(Corpus)), Answers(again.Retriever));
        Assert.Equal(27, again.Summary.PassagesIn(Language.Korean));
    }

    [Fact]
    public void It_is_built_anew_when_the_corpus_changed_and_the_old_one_goes()
    {
        Open(Corpus);
        Close();

        var next = Open(Changed);

        Assert.False(next.Summary.Reused);
        Assert.Equal(26, next.Summary.Passages);
        Assert.Equal(Answers(IndexOf.Snapshot(Changed)), Answers(next.Retriever));
        Assert.Single(_folder.GetDirectories());
    }

    [Fact]
    public void Who_reads_the_old_one_is_not_disturbed()
    {
        var old = Open(Corpus);

        Open(Changed);

        Assert.Equal(Answers(IndexOf.Snapshot(Corpus)), Answers(old.Retriever));
        Assert.True(Open(Corpus).Summary.Reused);   // nor is its folder deleted while it is open
    }

    [Fact]
    public void A_forgotten_index_is_built_anew()
    {
        Open(Corpus);

        PassageIndexes.Discard(Options);

        Assert.Empty(_folder.GetDirectories());
        Assert.False(Open(Corpus).Summary.Reused);
    }

    [Fact]
    public void What_others_keep_in_the_folder_stays()
    {
        var notes = _folder.CreateSubdirectory("v2-notes");
        File.WriteAllText(Path.Combine(_folder.FullName, "v1-readme.txt"), "mine");

        Open(Corpus);
        Open(Changed);
        PassageIndexes.Discard(Options);

        Assert.True(notes.Exists && Directory.Exists(notes.FullName));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.FullName, "v1-readme.txt")));
    }

    [Fact]
    public void A_build_that_was_stopped_leaves_the_index_as_it_was()
    {
        Open(Corpus);
        var passages = Enumerable.Repeat(Corpus.Passages, 40).SelectMany(all => all);
        var large = Corpus with { Passages = [.. passages], Hash = new string('d', 64) };
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => PassageIndexes.Open(large, Options, progress: null, stopped.Token));

        Assert.True(Open(Corpus).Summary.Reused);
        Assert.False(Open(large).Summary.Reused);
    }

    [Fact]
    public void Two_processes_never_build_in_one_folder()
    {
        var path = Path.Combine(_folder.FullName, "building.lock");
        using var other = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

        var error = Assert.Throws<IOException>(() => Open(Corpus));

        Assert.Contains("Another process builds the index", error.Message, StringComparison.Ordinal);
        Assert.Contains("Index:Path", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_can_not_be_a_folder_is_an_error_that_names_it()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var options = new IndexingOptions { MaxPassagesInMemory = 0, Path = file };

        var error = Assert.ThrowsAny<IOException>(() => PassageIndexes.Open(Corpus, options, progress: null, CancellationToken.None));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_cut_short_emptied_or_lost_is_built_anew() =>
        AssertHeals(file => [.. Cuts(file), () => File.Delete(file)]);

    [Fact]
    public void Every_file_with_a_changed_byte_is_built_anew() => AssertHeals(Flips);

    private IndexingOptions Options => new() { MaxPassagesInMemory = 0, Path = _folder.FullName };

    private static IEnumerable<Action> Cuts(string file)
    {
        var length = new FileInfo(file).Length;
        foreach (var left in (long[])[0, 1, length / 2, length - 1]) yield return () => Cut(file, left);
    }

    private static IEnumerable<Action> Flips(string file)
    {
        var length = new FileInfo(file).Length;
        var step = Math.Max(1, length / 4);
        for (var at = 0L; at < length; at += step)
        {
            var position = at;
            yield return () => Flip(file, position);
        }

        yield return () => Flip(file, length - 1);
    }

    private static void Cut(string file, long length)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(length);
    }

    private static void Flip(string file, long position)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = position;
        var value = stream.ReadByte();
        stream.Position = position;
        stream.WriteByte((byte)(value ^ 0x55));
    }

    private void AssertHeals(Func<string, IEnumerable<Action>> damages)
    {
        var expected = Answers(IndexOf.Snapshot(Corpus));
        Open(Corpus);
        var names = Files().Select(file => Path.GetFileName(file)).ToList();
        Assert.Contains("views.bin", names);
        Assert.True(names.Count > 3, "The index has hardly any files.");
        foreach (var name in names)
        {
            var file = Files().Single(file => Path.GetFileName(file) == name);
            var count = damages(file).Count();
            for (var damage = 0; damage < count; damage++)
            {
                Close();
                file = Files().Single(file => Path.GetFileName(file) == name);
                damages(file).ElementAt(damage)();
                var healed = Open(Corpus);

                Assert.Equal((name, damage, expected), (name, damage, Answers(healed.Retriever)));
                Assert.False(healed.Summary.Reused, $"{name}: a damaged index was taken.");
            }
        }
    }

    private OpenedIndex Open(CorpusSnapshot corpus)
    {
        var opened = PassageIndexes.Open(corpus, Options, progress: null, CancellationToken.None);
        _opened.Add((IDisposable)opened.Retriever);
        return opened;
    }

    private void Close()
    {
        foreach (var retriever in _opened) retriever.Dispose();
        _opened.Clear();
    }

    private string[] Files() => [.. _folder.GetDirectories().SelectMany(folder => folder.GetFiles()).Select(file => file.FullName).Order()];

    private static string Answers(IPassageRetriever retriever) => string.Join('\n', Golden.All.Select(question =>
    {
        var language = LanguageIdentifier.Identify(question, null);
        var found = retriever.Retrieve(new RetrievalQuery(question, language), 5).Passages;
        return string.Join(' ', found.Select(passage => FormattableString.Invariant($"{passage.Passage.Id}={passage.Score:R}")));
    }));
}
