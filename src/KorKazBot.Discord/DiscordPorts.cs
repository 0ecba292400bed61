using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Discord;

/// <summary>What the adapter works with.</summary>
/// <param name="Turns">Answers.</param>
/// <param name="Corpus">What is live, for suggestions.</param>
/// <param name="Codes">Authenticates buttons.</param>
/// <param name="Inbox">What came in.</param>
/// <param name="Outbox">What was sent.</param>
/// <param name="Settings">What the people of a chat have set.</param>
public sealed record DiscordPorts(TurnHandler Turns, LiveCorpus Corpus, ActionCodes Codes, IInbox Inbox, IOutbox Outbox, IChatSettingsStore Settings)
{
    /// <summary>What a user may do; unless it is told, everybody asks and no more.</summary>
    public Func<PlatformUser, CancellationToken, ValueTask<Role>> RoleOf { get; init; } = (_, _) => new(Role.Student);
}
