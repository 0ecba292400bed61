using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Telegram;

/// <summary>What the adapter works with.</summary>
/// <param name="Turns">Answers.</param>
/// <param name="Corpus">What is live, for inline cards.</param>
/// <param name="Answerer">The engine, for inline cards.</param>
/// <param name="Codes">Authenticates buttons.</param>
public sealed record TelegramPorts(TurnHandler Turns, LiveCorpus Corpus, QuestionAnswerer Answerer, ActionCodes Codes)
{
    /// <summary>What came in.</summary>
    public required IInbox Inbox { get; init; }

    /// <summary>What was sent.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>What the people of a chat have set.</summary>
    public required IChatSettingsStore Settings { get; init; }
}
