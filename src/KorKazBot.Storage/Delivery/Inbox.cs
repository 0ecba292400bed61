using System.Data.Common;
using KorKazBot.Engine.Delivery;
using KorKazBot.Storage.Databases;
using KorKazBot.Storage.Postgres;

namespace KorKazBot.Storage.Delivery;

/// <summary>The inbox as a table.</summary>
internal sealed class Inbox(Database database) : IInbox
{
    private readonly Statements _sql = Statements.Of("Delivery/Inbox.sql", database.Provider);

    public Task<IReadOnlyList<InboundEvent>> AddAsync(IReadOnlyList<InboundEvent> events, CancellationToken cancellationToken) =>
        events.Count == 0
            ? Task.FromResult<IReadOnlyList<InboundEvent>>([])
            : database.WriteAsync(session => AddAsync(session, events), cancellationToken);

    // On PostgreSQL this claims them, so it is a write there.
    public async Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string platform, string bot, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.QueryAsync(
                _sql["unfinished"], Read, ("platform", platform), ("bot", bot), ("owner", database.Instance), ("class", PostgresPresence.LockClass)),
            cancellationToken);

    public Task FinishAsync(EventId id, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["finish"], cancellationToken, [.. Values(id)]);

    public Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["bury"], cancellationToken, [.. Values(letter), ("reason", reason)]);

    /// <summary>Takes away what was kept long enough, some at a time.</summary>
    /// <returns>How many rows it took; 0 when nothing is left to take.</returns>
    public Task<int> SweepAsync(DateTimeOffset ids, DateTimeOffset letters, DateTimeOffset texts, CancellationToken cancellationToken) =>
        database.WriteAsync(_sql["sweep"], cancellationToken, ("ids", ids), ("letters", letters), ("texts", texts));

    private static InboundEvent Read(DbDataReader row) =>
        new(
            new EventId(row.GetString(0), row.GetString(1), row.GetString(2)),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            Stored.Time(row.GetInt64(6)));

    private static (string, object?)[] Values(EventId id) => [("platform", id.Platform), ("bot", id.Bot), ("key", id.Key)];

    // Numbered as they came, but inserted by key: two that insert the same keys in another order each would wait for one another.
    private async Task<IReadOnlyList<InboundEvent>> AddAsync(Session session, IReadOnlyList<InboundEvent> events)
    {
        var numbers = await session.QueryAsync(_sql["number"], row => row.GetInt64(0), ("count", events.Count));
        var isNew = new bool[events.Count];
        foreach (var i in Enumerable.Range(0, events.Count).OrderBy(i => events[i].Id.Key, StringComparer.Ordinal))
            isNew[i] = await session.ExecuteAsync(_sql["add"], [.. Values(events[i]), ("seq", numbers[i])]) == 1;
        return [.. events.Where((_, i) => isNew[i])];
    }

    private (string, object?)[] Values(InboundEvent told) =>
    [
        .. Values(told.Id),
        ("lane", told.Lane),
        ("kind", told.Kind),
        ("payload", told.Payload),
        ("received", told.ReceivedAt),
        ("owner", database.Instance),
    ];
}
