namespace KorKazBot.Engine.Delivery;

/// <summary>
/// What came in and isn't done yet, durable before it is confirmed to the platform: nothing accepted is lost when the process dies, and
/// nothing told twice has a second effect.
/// </summary>
/// <remarks>Every method is durable when its task has ended; all throw <see cref="StoreUnavailableException"/> when it can't be.</remarks>
public interface IInbox
{
    /// <summary>How long ids are kept to recognise repeats: longer than the 24 hours for which Telegram repeats an update.</summary>
    static readonly TimeSpan Retention = TimeSpan.FromHours(48);

    /// <summary>Stores events in one transaction, and gives back those that weren't there yet, in order.</summary>
    Task<IReadOnlyList<InboundEvent>> AddAsync(IReadOnlyList<InboundEvent> events, CancellationToken cancellationToken);

    /// <summary>What was stored and never finished, oldest first: what a process that died has left.</summary>
    Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string platform, string bot, CancellationToken cancellationToken);

    /// <summary>Marks an event as done and erases its payload; its id stays for <see cref="Retention"/>.</summary>
    Task FinishAsync(EventId id, CancellationToken cancellationToken);

    /// <summary>Gives an event up: a dead letter, kept with its reason for a person to look at. Adds it where it isn't stored.</summary>
    /// <param name="letter">The event.</param>
    /// <param name="reason">Why; no text of a user, no secret.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken);
}

/// <summary>The store can't take or give anything now: a full disk, a locked or unreachable database.</summary>
/// <param name="message">What is wrong, without secrets.</param>
/// <param name="inner">The store's own exception.</param>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
