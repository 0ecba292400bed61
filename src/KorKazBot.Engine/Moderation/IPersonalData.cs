using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>What is kept of one person, for <c>/mydata</c> and <c>/forget</c>.</summary>
/// <remarks>All throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IPersonalData
{
    /// <summary>What is kept of a person now.</summary>
    Task<KeptOfPerson> ReadAsync(PersonKey person, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets a person: votes, hand-offs, the settings of their private chat, and what came in from them and was given up. Durable when
    /// the task has ended. What is being worked on now goes when it is finished. A moderator's acts stay in the audit.
    /// </summary>
    /// <returns>How many records were removed or emptied.</returns>
    Task<int> ForgetAsync(PersonToForget person, CancellationToken cancellationToken);
}

/// <summary>What is kept of a person.</summary>
/// <param name="Votes">Votes on answers.</param>
/// <param name="HandOffs">Questions handed over to moderators.</param>
/// <param name="ModeratorActs">Records of what they did as a moderator.</param>
public sealed record KeptOfPerson(long Votes, IReadOnlyList<HandOff> HandOffs, long ModeratorActs);

/// <summary>Whom to forget, under every name they are kept by.</summary>
/// <param name="Key">Their key.</param>
/// <param name="User">The platform's id, which what came in from them may hold.</param>
/// <param name="PrivateChat">Their own chat with the bot; null where they have none.</param>
public sealed record PersonToForget(PersonKey Key, PlatformUser User, ChatId? PrivateChat);
