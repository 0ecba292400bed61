using System.Collections.Immutable;

namespace KorKazBot.Engine.Corpus;

/// <summary>How bad a <see cref="CorpusProblem"/> is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the corpus still serves.</summary>
    Warning,

    /// <summary>The corpus can't be used as it is.</summary>
    Error,
}

/// <summary>Something wrong in a corpus file, worded for the moderator who has to mend it.</summary>
/// <param name="Severity">Whether the corpus still serves.</param>
/// <param name="File">The path as given, relative to the corpus where it lies in it.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Reason">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
public sealed record CorpusProblem(Severity Severity, string File, int Line, string Reason, string Remedy)
{
    /// <summary><c>file:line: error: reason remedy</c>, the shape that editors make clickable.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Severity == Severity.Error ? "error" : "warning")}: {Reason} {Remedy}";
}

/// <summary>The corpus can't be read.</summary>
/// <param name="problems">Everything found; at least one error.</param>
public sealed class CorpusException(ImmutableArray<CorpusProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Everything found, in the order of files and lines.</summary>
    public ImmutableArray<CorpusProblem> Problems { get; } = problems;
}
