using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>Unanswered questions as a table.</summary>
internal sealed class UnansweredQuestions(Database database, TimeProvider time) : IUnansweredQuestions
{
    private static readonly Codes<UnansweredReason> Reasons = new(
        (UnansweredReason.NothingRetrieved, "nothing-retrieved"),
        (UnansweredReason.LowConfidence, "low-confidence"),
        (UnansweredReason.NothingChosen, "nothing-chosen"),
        (UnansweredReason.VotedDown, "voted-down"),
        (UnansweredReason.AskedForAPerson, "asked-for-a-person"));

    private static readonly Codes<UnansweredState> States = new(
        (UnansweredState.Open, "open"),
        (UnansweredState.Attached, "attached"),
        (UnansweredState.NewInterview, "new-interview"),
        (UnansweredState.NotOurs, "not-ours"),
        (UnansweredState.Ignored, "ignored"));

    private readonly Statements _sql = Statements.Of("Moderation/Unanswered.sql", database.Provider);

    public Task RecordAsync(UnansweredQuestion question, CancellationToken cancellationToken) => database.WriteAsync(
        _sql["record"],
        cancellationToken,
        ("key", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Normalised)))),
        ("question", QuestionText.Clean(question.Text)),
        ("language", question.Language.ToCode()),
        ("band", Stored.Bands.Write(question.Band)),
        ("nearest", StoredList.Write(question.Nearest)),
        ("reason", Reasons.Write(question.Reason)),
        ("now", time.GetUtcNow()));

    public async Task<IReadOnlyList<UnansweredGroup>> ListAsync(UnansweredState state, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.QueryAsync(_sql["list"], Read, ("state", States.Write(state)), ("limit", limit)), cancellationToken);

    public async Task<UnansweredGroup?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await database.ReadAsync(session => session.QueryAsync(_sql["find"], Read, ("id", id)), cancellationToken)).FirstOrDefault();

    public async Task<bool> SetStateAsync(long id, UnansweredState state, CancellationToken cancellationToken) =>
        await database.WriteAsync(_sql["set state"], cancellationToken, ("id", id), ("state", States.Write(state))) == 1;

    /// <summary>Takes away what was asked last before a time, some at a time.</summary>
    /// <returns>How many rows it took; 0 when nothing is left to take.</returns>
    public Task<int> SweepAsync(DateTimeOffset texts, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["sweep"], cancellationToken, ("texts", texts));

    private static UnansweredGroup Read(DbDataReader row) => new(
        row.GetInt64(0),
        new UnansweredQuestion(
            row.GetString(1),
            Stored.Language(row.GetString(2)),
            Stored.Bands.Read(row.GetString(3)),
            StoredList.Read(row.GetString(4)),
            Reasons.Read(row.GetString(5))),
        States.Read(row.GetString(6)),
        row.GetInt64(7),
        Stored.Time(row.GetInt64(8)),
        Stored.Time(row.GetInt64(9)));
}
