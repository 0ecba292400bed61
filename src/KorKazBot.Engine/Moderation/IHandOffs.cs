using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>Questions that people handed over to a moderator, from opening to closing.</summary>
/// <remarks>
/// Kept for 90 days at most. Every change may be told twice: the second time gives the same. Durable when a task has ended; all throw
/// <see cref="StoreUnavailableException"/>.
/// </remarks>
public interface IHandOffs
{
    /// <summary>Opens a hand-off, or gives back the one that the same event has opened.</summary>
    Task<HandOff> OpenAsync(HandOffRequest request, CancellationToken cancellationToken);

    /// <summary>The hand-offs in a state, oldest first.</summary>
    Task<IReadOnlyList<HandOff>> ListAsync(HandOffState state, int limit, CancellationToken cancellationToken);

    /// <summary>A hand-off; null where there is none, any more.</summary>
    Task<HandOff?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Takes the right to answer: of several moderators one gets it.</summary>
    /// <param name="id">The hand-off.</param>
    /// <param name="answer">The event that answers it; the same event may take it again, as after a crash.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Where to send the answer; null where it isn't open any more.</returns>
    Task<HandOff?> AnswerAsync(long id, EventId answer, CancellationToken cancellationToken);

    /// <summary>Closes a hand-off, and forgets the chat that it came from.</summary>
    /// <returns>False where there is no such hand-off, any more.</returns>
    Task<bool> CloseAsync(long id, CancellationToken cancellationToken);
}

/// <summary>What a person wants a moderator to answer.</summary>
/// <param name="Cause">The event that asked for it.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Chat">Where the answer goes; without an id once the hand-off is closed.</param>
/// <param name="MessageId">The message to reply to; empty where there is none.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Its language.</param>
public sealed record HandOffRequest(EventId Cause, PersonKey Person, ChatId Chat, string MessageId, string Text, Language Language);

/// <summary>A question in the hands of moderators.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Request">What is wanted.</param>
/// <param name="State">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record HandOff(long Id, HandOffRequest Request, HandOffState State, DateTimeOffset OpenedAt);

/// <summary>How far a hand-off is.</summary>
public enum HandOffState
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>A moderator has answered; the person may still ask back.</summary>
    Answered,

    /// <summary>It is done.</summary>
    Closed,
}
