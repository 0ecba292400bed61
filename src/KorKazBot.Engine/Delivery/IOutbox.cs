namespace KorKazBot.Engine.Delivery;

/// <summary>
/// What was sent for an event, written before and after each send, so that after a crash the bot knows what has reached the user, and what
/// only may have.
/// </summary>
/// <remarks>Every method is durable when its task has ended; all throw <see cref="StoreUnavailableException"/> when it can't be.</remarks>
public interface IOutbox
{
    /// <summary>Writes that a send begins, and gives back what was known of it before.</summary>
    /// <param name="cause">The event that is answered.</param>
    /// <param name="part">Which of its sends, from 0.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<SendRecord> BeginAsync(EventId cause, int part, CancellationToken cancellationToken);

    /// <summary>Writes that it was sent.</summary>
    /// <param name="cause">The event.</param>
    /// <param name="part">The send.</param>
    /// <param name="messageId">The platform's id of the message; empty where it has none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task SentAsync(EventId cause, int part, string messageId, CancellationToken cancellationToken);

    /// <summary>Writes that it surely wasn't sent: the next attempt is a first one again.</summary>
    Task NotSentAsync(EventId cause, int part, CancellationToken cancellationToken);
}

/// <summary>What was known of a send before it began.</summary>
/// <param name="State">Whether it was sent.</param>
/// <param name="MessageId">The message, where it was sent.</param>
/// <param name="Attempts">How often it was begun before, 0 for the first time.</param>
public readonly record struct SendRecord(SendState State, string? MessageId, int Attempts);

/// <summary>Whether something was sent.</summary>
public enum SendState
{
    /// <summary>It wasn't.</summary>
    New,

    /// <summary>It was begun and nobody knows how it ended: the connection broke, or the process died.</summary>
    Ambiguous,

    /// <summary>It was.</summary>
    Sent,
}
