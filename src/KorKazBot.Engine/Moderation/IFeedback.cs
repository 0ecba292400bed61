using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>Keeps what people think of answers: one vote a person and answer, the last one counts.</summary>
/// <remarks>Durable when a task has ended; all throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IFeedback
{
    /// <summary>Casts a vote in place of the same person's earlier one on the same answer.</summary>
    Task VoteAsync(Vote vote, CancellationToken cancellationToken);

    /// <summary>How each passage was voted on, those first that were found unhelpful most often.</summary>
    /// <param name="limit">Most passages given back.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<PassageVotes>> CountAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>What a person thinks of an answer.</summary>
/// <param name="Person">Who.</param>
/// <param name="Answer">Which answer: any text that names it for ever, such as the platform's id of the chat and the message.</param>
/// <param name="PassageId">The passage that it quoted.</param>
/// <param name="Verdict">What they think.</param>
public sealed record Vote(PersonKey Person, string Answer, string PassageId, Verdict Verdict);

/// <summary>Whether an answer helped.</summary>
public enum Verdict
{
    /// <summary>It did.</summary>
    Helpful,

    /// <summary>It didn't.</summary>
    NotHelpful,
}

/// <summary>The votes on a passage.</summary>
/// <param name="PassageId">The passage, which the corpus may not have any more.</param>
/// <param name="Helpful">Votes that it helped.</param>
/// <param name="NotHelpful">Votes that it didn't.</param>
public sealed record PassageVotes(string PassageId, long Helpful, long NotHelpful);
