using System.Security.Cryptography;
using System.Text;
using KorKazBot.Corpus.Concepts;

namespace KorKazBot.Corpus.Reading;

/// <summary>The files of a corpus folder, read once and hashed as read.</summary>
internal sealed class CorpusFiles
{
    /// <summary>The file of bulk passages.</summary>
    public const string Bulk = "passages.jsonl";

    private const string Interviews = "interviews";

    /// <summary>A file with its bytes.</summary>
    /// <param name="Name">The path in the corpus, with forward slashes.</param>
    /// <param name="Bytes">What it holds; null where it can't be read, with the reason in <paramref name="Trouble"/>.</param>
    /// <param name="Trouble">Why it can't be read; null where it can.</param>
    internal sealed record Entry(string Name, byte[]? Bytes, string? Trouble);

    private CorpusFiles(IReadOnlyList<Entry> entries, string hash) => (Entries, Hash) = (entries, hash);

    /// <summary>The files in ordinal order of their names.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>SHA-256 over names and bytes, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads every file that may belong to the corpus.</summary>
    /// <param name="root">The corpus folder, which exists.</param>
    public static CorpusFiles Read(string root)
    {
        var full = Path.GetFullPath(root);
        var paths = new List<string>();
        foreach (var name in (ReadOnlySpan<string>)[Bulk, ConceptFile.FileName])
        {
            if (Path.Exists(Path.Combine(full, name))) paths.Add(name);
        }

        var interviews = Path.Combine(full, Interviews);
        if (Directory.Exists(interviews))
        {
            foreach (var folder in Directory.GetDirectories(interviews))
            {
                foreach (var path in Directory.GetFileSystemEntries(folder)) paths.Add(Path.GetRelativePath(full, path).Replace('\\', '/'));
            }
        }

        paths.Sort(StringComparer.Ordinal);
        var entries = new List<Entry>(paths.Count);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in paths)
        {
            var entry = ReadEntry(full, name);
            entries.Add(entry);
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            hash.AppendData(entry.Bytes ?? []);
            hash.AppendData([0]);
        }

        return new CorpusFiles(entries, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static Entry ReadEntry(string root, string name)
    {
        var file = new FileInfo(Path.Combine(root, name));
        try
        {
            if (file.Attributes.HasFlag(FileAttributes.Directory)) return new Entry(name, null, "It is a folder.");
            if (file.ResolveLinkTarget(returnFinalTarget: true) is { } target && !target.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return new Entry(name, null, "It is a link that leads out of the corpus.");

            // A pipe shows no length and would be waited for without end; an empty file has nothing to read.
            if (file.Length == 0) return new Entry(name, [], null);
            return ReadUnchanged(file, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Entry(name, null, "It can't be read: " + exception.Message);
        }
    }

    // A file that is being written is read again once; then the person is told.
    private static Entry ReadUnchanged(FileInfo file, string name)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            file.Refresh();
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            if (name != Bulk && length > TextFile.MaxBytes) return new Entry(name, null, $"It is larger than {TextFile.MaxBytes / 1024 / 1024} MB.");
            var bytes = File.ReadAllBytes(file.FullName);
            file.Refresh();
            if (bytes.Length == length && file.Length == length && file.LastWriteTimeUtc == written) return new Entry(name, bytes, null);
        }

        return new Entry(name, null, "It is being changed while it is read.");
    }
}
