using KorKazBot.Engine.Delivery;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Delivery;

/// <summary>The outbox as a table.</summary>
internal sealed class Outbox(Database database, TimeProvider time) : IOutbox
{
    private const string Sent = "sent";

    private readonly Statements _sql = Statements.Of("Delivery/Outbox.sql", database.Provider);

    public async Task<SendRecord> BeginAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            session => session.QueryAsync(
                _sql["begin"],
                row => (State: row.GetString(0), MessageId: row.GetString(1), Attempts: (int)row.GetInt64(2)),
                Values(cause, part, ("now", time.GetUtcNow()))),
            cancellationToken);
        var (state, messageId, attempts) = rows[0];
        if (state == Sent) return new SendRecord(SendState.Sent, messageId, attempts);
        return new SendRecord(attempts == 1 ? SendState.New : SendState.Ambiguous, null, attempts - 1);
    }

    public Task SentAsync(EventId cause, int part, string messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["sent"], cancellationToken, Values(cause, part, ("message", messageId), ("now", time.GetUtcNow())));

    public Task NotSentAsync(EventId cause, int part, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["not sent"], cancellationToken, Values(cause, part));

    /// <summary>Takes away what was begun before a time, some at a time.</summary>
    /// <returns>How many rows it took; 0 when nothing is left to take.</returns>
    public Task<int> SweepAsync(DateTimeOffset ids, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["sweep"], cancellationToken, ("ids", ids));

    private static (string, object?)[] Values(EventId cause, int part, params (string, object?)[] more) =>
        [("platform", cause.Platform), ("bot", cause.Bot), ("key", cause.Key), ("part", part), .. more];
}
