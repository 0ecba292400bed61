using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>The audit as a table that refuses changes.</summary>
internal sealed class AuditLog(Database database, TimeProvider time) : IAuditLog
{
    private readonly Statements _sql = Statements.Of("Moderation/Audit.sql", database.Provider);

    public Task AppendAsync(ModeratorAct act, CancellationToken cancellationToken) => database.WriteAsync(
        _sql["append"],
        cancellationToken,
        ("now", time.GetUtcNow()),
        ("actor", act.Actor.Value),
        ("act", act.Act),
        ("subject", act.Subject));

    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(long? before, int limit, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.QueryAsync(
            _sql["read"],
            row => new AuditRecord(
                row.GetInt64(0),
                Stored.Time(row.GetInt64(1)),
                new ModeratorAct(new PersonKey(row.GetString(2)), row.GetString(3), row.GetString(4))),
            ("before", before ?? long.MaxValue),
            ("limit", limit)),
        cancellationToken);
}
