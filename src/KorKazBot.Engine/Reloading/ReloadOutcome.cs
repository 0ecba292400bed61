using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Reloading;

/// <summary>What came of a reload.</summary>
public abstract record ReloadOutcome
{
    private ReloadOutcome()
    {
    }

    /// <summary>The corpus can't be read; nothing changed.</summary>
    /// <param name="Problems">What is wrong, by file and line; at least one error.</param>
    public sealed record Broken(ImmutableArray<CorpusProblem> Problems) : ReloadOutcome;

    /// <summary>The corpus is the one that answers already.</summary>
    /// <param name="Id">Its <see cref="Generation.Id"/>.</param>
    public sealed record Unchanged(string Id) : ReloadOutcome;

    /// <summary>What publishing would change, as it was asked for.</summary>
    public sealed record Previewed(ReloadPreview Preview) : ReloadOutcome;

    /// <summary>Golden questions are wrong; nothing changed.</summary>
    public sealed record Held(ReloadPreview Preview) : ReloadOutcome;

    /// <summary>The corpus, or what it makes of the golden questions, isn't any more what was shown; nothing changed.</summary>
    public sealed record Moved(ReloadPreview Preview) : ReloadOutcome;

    /// <summary>It answers now. Where <see cref="GoldenComparison.Wrong"/> has questions, they were overridden.</summary>
    public sealed record Published(ReloadPreview Preview, Origin Origin) : ReloadOutcome;

    /// <summary>A disk that is full or can't be read, or it took too long; nothing changed.</summary>
    /// <param name="Reason">What is wrong and what to do, for whoever runs the program.</param>
    public sealed record Failed(string Reason) : ReloadOutcome;
}

/// <summary>A corpus that can be read, beside the one that answers.</summary>
/// <param name="Difference">What it changes.</param>
/// <param name="Golden">What it makes of the golden questions.</param>
/// <param name="Warnings">What is worth a look in its files.</param>
public sealed record ReloadPreview(CorpusDifference Difference, GoldenComparison Golden, ImmutableArray<CorpusProblem> Warnings);

/// <summary>What came of a rollback.</summary>
public abstract record RollBackOutcome
{
    private RollBackOutcome()
    {
    }

    /// <summary>The previous generation answers again.</summary>
    /// <param name="Difference">What that changed.</param>
    /// <param name="Origin">Since when and by whom.</param>
    public sealed record Done(CorpusDifference Difference, Origin Origin) : RollBackOutcome;

    /// <summary>There is no previous generation.</summary>
    public sealed record Impossible : RollBackOutcome;

    /// <summary>Another generation is live than the one to take back; nothing changed.</summary>
    /// <param name="Id">The live one's <see cref="Generation.Id"/>.</param>
    public sealed record Moved(string Id) : RollBackOutcome;

    /// <summary>The disk couldn't be written; nothing changed.</summary>
    /// <param name="Reason">What is wrong and what to do.</param>
    public sealed record Failed(string Reason) : RollBackOutcome;
}
