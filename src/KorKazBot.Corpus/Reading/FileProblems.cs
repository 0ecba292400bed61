using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>Gathers what is wrong in one file.</summary>
internal sealed class FileProblems(string file, ImmutableArray<CorpusProblem>.Builder all)
{
    /// <summary>Whether anything makes the file unusable.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds something that makes the file unusable.</summary>
    public void Error(int line, string reason, string remedy)
    {
        HasErrors = true;
        all.Add(new CorpusProblem(Severity.Error, file, line, reason, remedy));
    }

    /// <summary>Adds something worth a look.</summary>
    public void Warning(int line, string reason, string remedy) =>
        all.Add(new CorpusProblem(Severity.Warning, file, line, reason, remedy));
}
