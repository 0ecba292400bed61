using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>Votes as a table.</summary>
internal sealed class Feedback(Database database, TimeProvider time) : IFeedback
{
    private static readonly Codes<Verdict> Verdicts = new((Verdict.Helpful, "helpful"), (Verdict.NotHelpful, "not-helpful"));

    private readonly Statements _sql = Statements.Of("Moderation/Feedback.sql", database.Provider);

    public Task VoteAsync(Vote vote, CancellationToken cancellationToken) => database.WriteAsync(
        _sql["vote"],
        cancellationToken,
        ("person", vote.Person.Value),
        ("answer", vote.Answer),
        ("passage", vote.PassageId),
        ("verdict", Verdicts.Write(vote.Verdict)),
        ("now", time.GetUtcNow()));

    public async Task<IReadOnlyList<PassageVotes>> CountAsync(int limit, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.QueryAsync(
            _sql["count"], row => new PassageVotes(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), ("limit", limit)),
        cancellationToken);
}
