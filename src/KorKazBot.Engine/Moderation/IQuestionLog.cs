using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>Counts questions by day, for <c>/stats</c>: neither texts nor people.</summary>
/// <remarks>
/// Durable when a task has ended; all throw <see cref="StoreUnavailableException"/>. A question that is answered again after a crash counts
/// twice.
/// </remarks>
public interface IQuestionLog
{
    /// <summary>Counts a question on today's day in UTC.</summary>
    /// <param name="language">The language it was taken for.</param>
    /// <param name="band">How far the answer went.</param>
    /// <param name="passageId">The passage that was quoted; null where none was.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task CountAsync(Language language, Band band, string? passageId, CancellationToken cancellationToken);

    /// <summary>The counts of some days, in order of the day.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<QuestionCount>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);
}

/// <summary>How many questions of one kind were asked on a day.</summary>
/// <param name="Day">The day in UTC.</param>
/// <param name="Language">The language they were taken for.</param>
/// <param name="Band">How far the answers went.</param>
/// <param name="PassageId">The passage that was quoted; null where none was.</param>
/// <param name="Count">How many.</param>
public sealed record QuestionCount(DateOnly Day, Language Language, Band Band, string? PassageId, long Count);
