using System.Collections.Immutable;
using KorKazBot.Corpus.Concepts;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus;

/// <summary>A corpus in a folder: <c>interviews/&lt;id&gt;/&lt;lang&gt;.md</c>, aliases, the thesaurus and bulk passages.</summary>
/// <param name="path">The folder, absolute or relative to the working directory.</param>
public sealed class CorpusFolder(string path) : ICorpusSource
{
    /// <summary>The folder as given.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public CorpusSnapshot Read()
    {
        var snapshot = TryRead(out var problems);
        return snapshot ?? throw new CorpusException([.. problems.Where(problem => problem.Severity == Severity.Error)]);
    }

    /// <summary>Reads everything and tells everything that is wrong with it.</summary>
    /// <param name="problems">Warnings and errors, by file and line.</param>
    /// <returns>The corpus; null where it has errors.</returns>
    public CorpusSnapshot? TryRead(out ImmutableArray<CorpusProblem> problems)
    {
        var reading = ReadWithFiles();
        problems = reading.Problems;
        return reading.Snapshot;
    }

    /// <summary>The same, with the files as they were read: to keep a copy of exactly this corpus.</summary>
    public CorpusReading ReadWithFiles()
    {
        if (!Directory.Exists(path))
        {
            var reason = $"There is no corpus folder '{System.IO.Path.GetFullPath(path)}'.";
            return CorpusReading.Failed(new CorpusProblem(
                Severity.Error, path, 0, reason, "Run from the project's folder, or say where the corpus is with --corpus DIR or Corpus:Path."));
        }

        var found = ImmutableArray.CreateBuilder<CorpusProblem>();
        var files = CorpusFiles.Read(path);
        var interviews = new InterviewAssembler(found);
        var concepts = ImmutableArray<Concept>.Empty;
        var bulk = new List<Passage>();
        foreach (var entry in files.Entries)
        {
            if (entry.Bytes is null) new FileProblems(entry.Name, found).Error(0, entry.Trouble!, "Replace it by an ordinary, readable file, or remove it.");
            else if (entry.Name == CorpusFiles.Bulk) bulk = BulkPassages.Read(entry.Bytes, entry.Name, found);
            else if (Decode(entry, found) is not { } text) continue;
            else if (entry.Name == ConceptFile.FileName) concepts = ConceptFile.Read(text.ReplaceLineEndings("\n").Split('\n'), entry.Name, found);
            else interviews.Add(entry.Name, text);
        }

        var assembled = interviews.Assemble();
        var passages = assembled.SelectMany(InterviewPassages.Of).Concat(bulk).ToImmutableArray();
        if (passages.IsEmpty && found.Count == 0)
            found.Add(new CorpusProblem(Severity.Error, path, 0, "The corpus has no interview.", "Add one with: import FILE."));

        found.Sort((a, b) => string.CompareOrdinal(a.File, b.File) is not 0 and var byFile ? byFile : a.Line.CompareTo(b.Line));
        var isBroken = found.Any(problem => problem.Severity == Severity.Error);
        return new CorpusReading(isBroken ? null : new CorpusSnapshot(assembled, passages, files.Hash) { Concepts = concepts }, found.ToImmutable(), files);
    }

    private static string? Decode(CorpusFiles.Entry entry, ImmutableArray<CorpusProblem>.Builder found)
    {
        if (TextFile.TryDecode(entry.Bytes, out var text, out var problem)) return text;
        new FileProblems(entry.Name, found).Error(problem!.Value.Line, problem.Value.Reason, problem.Value.Remedy);
        return null;
    }
}
