using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>What is kept of one person, for <c>/mydata</c> and <c>/forget</c>.</summary>
/// <remarks>All throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IPersonalData
{
    /// <summary>What is kept of a person now.</summary>
    Task<KeptOfPerson> ReadAsync(KeptPerson person, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets a person: votes, hand-offs, the settings of their private chat, and what came in from them and was given up. Durable when
    /// the task has ended. What is being worked on now goes when it is finished. A moderator's acts stay in the audit.
    /// </summary>
    /// <returns>How many records were removed or emptied.</returns>
    Task<int> ForgetAsync(KeptPerson person, CancellationToken cancellationToken);
}

/// <summary>What is kept of a person.</summary>
/// <param name="Votes">Votes on answers.</param>
/// <param name="HandOffs">Questions handed over to moderators.</param>
/// <param name="ModeratorActs">Records of what they did as a moderator.</param>
public sealed record KeptOfPerson(long Votes, IReadOnlyList<HandOff> HandOffs, long ModeratorActs)
{
    /// <summary>Whether anything is kept of their own chat: its settings, or that the bot was blocked there.</summary>
    public bool HasSettings { get; init; }

    /// <summary>What came in from them and was given up.</summary>
    public long Letters { get; init; }

    /// <summary>When the oldest of the votes was cast; null where there are none.</summary>
    public DateTimeOffset? FirstVoteAt { get; init; }

    /// <summary>When the latest of the votes was cast; null where there are none.</summary>
    public DateTimeOffset? LastVoteAt { get; init; }
}

/// <summary>A person under every name they are kept by.</summary>
/// <param name="Key">Their key.</param>
/// <param name="User">The platform's id, which what came in from them may hold.</param>
/// <param name="PrivateChat">Their own chat with the bot; null where they have none, or it isn't known.</param>
public sealed record KeptPerson(PersonKey Key, PlatformUser User, ChatId? PrivateChat);
