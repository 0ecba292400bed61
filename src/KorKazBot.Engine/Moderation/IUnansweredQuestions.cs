using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>
/// The questions that the interviews don't answer, each once with how often it was asked, for moderators to work through. Never who asked.
/// </summary>
/// <remarks>
/// A text is kept for 90 days after it was asked last. Durable when a task has ended; all throw <see cref="StoreUnavailableException"/>.
/// </remarks>
public interface IUnansweredQuestions
{
    /// <summary>Counts a question: a new group, or one more of an old one, which then shows this wording. Its state stays.</summary>
    Task RecordAsync(UnansweredQuestion question, CancellationToken cancellationToken);

    /// <summary>The groups in a state, asked most often first, of equals the latest first.</summary>
    Task<IReadOnlyList<UnansweredGroup>> ListAsync(UnansweredState state, int limit, CancellationToken cancellationToken);

    /// <summary>A group; null where there is none, any more.</summary>
    Task<UnansweredGroup?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Puts a group into a state.</summary>
    /// <returns>False where there is no such group, any more.</returns>
    Task<bool> SetStateAsync(long id, UnansweredState state, CancellationToken cancellationToken);
}

/// <summary>Everybody's asking of one question.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Latest">It as it was asked last.</param>
/// <param name="State">What moderators made of it.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="FirstAskedAt">When it was asked first.</param>
/// <param name="LastAskedAt">When it was asked last.</param>
public sealed record UnansweredGroup(
    long Id, UnansweredQuestion Latest, UnansweredState State, long Count, DateTimeOffset FirstAskedAt, DateTimeOffset LastAskedAt);

/// <summary>What moderators made of an unanswered question.</summary>
public enum UnansweredState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>A passage answers it after all: it became another way to ask for that passage.</summary>
    Attached,

    /// <summary>Worth asking in a new interview.</summary>
    NewInterview,

    /// <summary>Not what the interviews are about.</summary>
    NotOurs,

    /// <summary>Not worth anything.</summary>
    Ignored,
}
