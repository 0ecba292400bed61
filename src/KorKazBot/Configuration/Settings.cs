namespace KorKazBot.Configuration;

/// <summary>All settings, checked.</summary>
internal sealed class Settings
{
    public CorpusOptions Corpus { get; } = new();

    public EngineOptions Engine { get; } = new();

    public IndexOptions Index { get; } = new();

    /// <summary>The folders that paths are relative to.</summary>
    public required SettingsPlace Place { get; init; }

    /// <summary>Whether the corpus was named on the command line: then it is looked for there only.</summary>
    public bool CorpusFromCommandLine { get; init; }
}
