using System.Collections.Immutable;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus;

/// <summary>What a corpus folder held at one moment.</summary>
public sealed class CorpusReading
{
    private readonly CorpusFiles? _files;

    internal CorpusReading(CorpusSnapshot? snapshot, ImmutableArray<CorpusProblem> problems, CorpusFiles? files) =>
        (Snapshot, Problems, _files) = (snapshot, problems, files);

    /// <summary>The corpus; null where it has errors.</summary>
    public CorpusSnapshot? Snapshot { get; }

    /// <summary>Warnings and errors, by file and line.</summary>
    public ImmutableArray<CorpusProblem> Problems { get; }

    /// <summary>Those that keep the corpus from being used.</summary>
    public ImmutableArray<CorpusProblem> Errors => [.. Problems.Where(problem => problem.Severity == Severity.Error)];

    /// <summary>A corpus that couldn't even be looked at.</summary>
    public static CorpusReading Failed(CorpusProblem problem) => new(null, [problem], null);

    /// <summary>Writes the files, byte for byte as they were read, and waits until they are on the disk.</summary>
    /// <param name="folder">An empty folder, or one that doesn't exist yet.</param>
    /// <exception cref="IOException">The disk is full or can't be written.</exception>
    internal void CopyTo(string folder)
    {
        foreach (var entry in _files?.Entries ?? [])
        {
            var path = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            file.Write(entry.Bytes);
            file.Flush(flushToDisk: true);
        }
    }
}
