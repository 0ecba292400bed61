using System.Data.Common;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>Hand-offs as a table.</summary>
internal sealed class HandOffs(Database database, TimeProvider time) : IHandOffs
{
    private static readonly Codes<HandOffState> States = new(
        (HandOffState.Open, "open"), (HandOffState.Answered, "answered"), (HandOffState.Closed, "closed"));

    private readonly Statements _sql = Statements.Of("Moderation/HandOffs.sql", database.Provider);

    public Task<HandOff> OpenAsync(HandOffRequest request, CancellationToken cancellationToken)
    {
        (string, object?)[] cause = [("causePlatform", request.Cause.Platform), ("causeBot", request.Cause.Bot), ("causeKey", request.Cause.Key)];
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    _sql["open"],
                    [
                        .. cause,
                        ("person", request.Person.Value),
                        ("chatPlatform", request.Chat.Platform),
                        ("chat", request.Chat.Id),
                        ("message", request.MessageId),
                        ("question", QuestionText.Clean(request.Text)),
                        ("language", request.Language.ToCode()),
                        ("now", time.GetUtcNow()),
                    ]);
                return (await session.QueryAsync(_sql["by cause"], Read, cause))[0];
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<HandOff>> ListAsync(HandOffState state, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.QueryAsync(_sql["list"], Read, ("state", States.Write(state)), ("limit", limit)), cancellationToken);

    public async Task<HandOff?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await database.ReadAsync(session => session.QueryAsync(_sql["find"], Read, ("id", id)), cancellationToken)).FirstOrDefault();

    public async Task<HandOff?> AnswerAsync(long id, EventId answer, CancellationToken cancellationToken)
    {
        var by = $"{answer.Platform}/{answer.Bot}/{answer.Key}";
        var taken = await database.WriteAsync(
            session => session.QueryAsync(_sql["answer"], Read, ("id", id), ("answer", by)), cancellationToken);
        return taken.FirstOrDefault();
    }

    public async Task<bool> CloseAsync(long id, CancellationToken cancellationToken) =>
        await database.WriteAsync(_sql["close"], cancellationToken, ("id", id)) == 1;

    /// <summary>Those of a person, oldest first.</summary>
    public Task<List<HandOff>> OfAsync(PersonKey person, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync(_sql["of person"], Read, ("person", person.Value)), cancellationToken);

    /// <summary>Takes away what was opened before a time, some at a time.</summary>
    /// <returns>How many rows it took; 0 when nothing is left to take.</returns>
    public Task<int> SweepAsync(DateTimeOffset texts, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["sweep"], cancellationToken, ("texts", texts));

    private static HandOff Read(DbDataReader row) => new(
        row.GetInt64(0),
        new HandOffRequest(
            new EventId(row.GetString(1), row.GetString(2), row.GetString(3)),
            new PersonKey(row.GetString(4)),
            new ChatId(row.GetString(5), row.GetString(6)),
            row.GetString(7),
            row.GetString(8),
            Stored.Language(row.GetString(9))),
        States.Read(row.GetString(10)),
        Stored.Time(row.GetInt64(11)));
}
