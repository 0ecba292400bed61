using KorKazBot.Discord;
using KorKazBot.Engine.Answering;
using KorKazBot.Search;
using KorKazBot.Storage;
using KorKazBot.Telegram;

namespace KorKazBot.Configuration;

/// <summary>All settings, checked.</summary>
internal sealed class Settings
{
    public CorpusOptions Corpus { get; } = new();

    public AnsweringOptions Answering { get; } = new();

    public IndexingOptions Index { get; } = new();

    public DiscordOptions Discord { get; } = new();

    public ModerationOptions Moderation { get; } = new();

    public StorageOptions Storage { get; } = new();

    public TelegramOptions Telegram { get; } = new();

    /// <summary>Where <c>serve</c> listens.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The folders that paths are relative to.</summary>
    public required SettingsPlace Place { get; init; }

    /// <summary>Whether the corpus was named on the command line: then it is looked for there only.</summary>
    public bool CorpusFromCommandLine { get; init; }
}
