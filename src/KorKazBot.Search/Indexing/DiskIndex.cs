using System.Text.RegularExpressions;
using KorKazBot.Engine.Corpus;
using Lucene.Net.Store;

namespace KorKazBot.Search.Indexing;

/// <summary>
/// The index of a big corpus: built aside, verified, then swapped in by renaming a folder; opened again while the corpus stays the same.
/// </summary>
/// <remarks>
/// It is derived data: one that doesn't open is built anew, never repaired. Each generation has a folder of its own, named by the corpus
/// hash, so that readers of the old one are not disturbed. NIOFSDirectory throws where a memory-mapped file would kill the process.
/// </remarks>
internal static partial class DiskIndex
{
    /// <summary>Raised whenever analysis or the files' layout changes, so that an older index is not taken for this one.</summary>
    private const int Version = 3;

    private const string ViewsFile = "views.bin";

    /// <summary>Opens the index of a corpus, and builds it where there is none.</summary>
    /// <returns>The index, and whether it was there already.</returns>
    public static (PassageIndex Index, bool Reused) Open(
        CorpusSnapshot corpus, string path, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var root = System.IO.Directory.CreateDirectory(path);
        var name = $"v{Version}-{corpus.Hash[..Math.Min(32, corpus.Hash.Length)]}";
        var folder = Path.Combine(root.FullName, name);
        if (TryOpen(folder, corpus) is { } present) return (present, true);

        using var guard = LockFile(root.FullName);
        if (TryOpen(folder, corpus) is { } built) return (built, true);
        Build(folder, corpus, progress, cancellationToken);
        DeleteOthers(root, name, spareHeld: true);
        return (TryOpen(folder, corpus) ?? throw new IOException($"The index just built in '{folder}' can't be opened."), false);
    }

    /// <summary>Deletes every generation that lies at a path; other files there stay.</summary>
    public static void Delete(string path)
    {
        var root = new DirectoryInfo(path);
        if (root.Exists) DeleteOthers(root, name: "", spareHeld: false);
    }

    private static PassageIndex? TryOpen(string folder, CorpusSnapshot corpus)
    {
        if (!System.IO.Directory.Exists(folder)) return null;
        FileStream? held = null;
        NIOFSDirectory? directory = null;
        PassageIndex? index = null;
        try
        {
            held = FileSeal.Hold(folder);
            FileSeal.Verify(folder, except: ViewsFile);
            var views = ViewsFormat.Read(Path.Combine(folder, ViewsFile));
            directory = new NIOFSDirectory(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory());
            index = new PassageIndex(directory, views, corpus.Passages, held);
            if (index.Searcher.IndexReader.NumDocs != corpus.Passages.Length) throw new InvalidDataException("It holds other passages.");
            return index;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            index?.Dispose();
            directory?.Dispose();
            held?.Dispose();
            return null; // damaged or half written: derived data is built anew
        }
    }

    private static void Build(string folder, CorpusSnapshot corpus, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var aside = folder + ".building";
        if (System.IO.Directory.Exists(aside)) System.IO.Directory.Delete(aside, recursive: true);
        using (var directory = new NIOFSDirectory(new DirectoryInfo(aside), new NativeFSLockFactory()))
        {
            var views = PassageIndexBuilder.Write(directory, corpus.Passages, progress, cancellationToken);
            ViewsFormat.Write(Path.Combine(aside, ViewsFile), views);
        }

        FileSeal.Write(aside, except: ViewsFile);

        if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
        System.IO.Directory.Move(aside, folder);
    }

    // Two processes never build in one folder; the second waits for nothing and says so.
    private static FileStream LockFile(string root)
    {
        try
        {
            return new FileStream(Path.Combine(root, "building.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"Another process builds the index in '{root}'. Wait for it, or set Index:Path to another folder.", exception);
        }
    }

    // One that still answers, here or in another process, may be opened again: after a restart, or when a reload is given up.
    private static void DeleteOthers(DirectoryInfo root, string name, bool spareHeld)
    {
        foreach (var folder in root.EnumerateDirectories("v*-*"))
        {
            if (folder.Name == name || !GenerationName().IsMatch(folder.Name)) continue;
            if (spareHeld && FileSeal.IsHeld(folder.FullName)) continue;
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // still in use by another process; the next build removes it
            }
        }
    }

    // Only what this class names so: the folder may be shared with things that can't be built anew.
    [GeneratedRegex(@"^v\d+-[0-9a-f]{32}(\.building)?$")]
    private static partial Regex GenerationName();
}
