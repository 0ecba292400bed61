using KorKazBot.Engine.Answering;
using KorKazBot.Search;

namespace KorKazBot.Configuration;

/// <summary>All settings, checked.</summary>
internal sealed class Settings
{
    public CorpusOptions Corpus { get; } = new();

    public AnsweringOptions Answering { get; } = new();

    public IndexingOptions Index { get; } = new();

    /// <summary>The folders that paths are relative to.</summary>
    public required SettingsPlace Place { get; init; }

    /// <summary>Whether the corpus was named on the command line: then it is looked for there only.</summary>
    public bool CorpusFromCommandLine { get; init; }
}
