using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;

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

    /// <summary>What a user may do; unless it is told, everybody asks and no more.</summary>
    public Func<PlatformUser, CancellationToken, ValueTask<Role>> RoleOf { get; init; } = (_, _) => new(Role.Student);
}
