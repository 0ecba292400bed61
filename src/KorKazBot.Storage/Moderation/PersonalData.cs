using System.Data.Common;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>What all tables have of a person.</summary>
internal sealed class PersonalData(Database database, HandOffs handOffs) : IPersonalData
{
    private static readonly string[] Forgetting = ["forget votes", "forget hand-offs", "forget settings", "forget letters"];

    private readonly Statements _sql = Statements.Of("Moderation/PersonalData.sql", database.Provider);

    public async Task<KeptOfPerson> ReadAsync(KeptPerson person, CancellationToken cancellationToken)
    {
        var names = NamesOf(person);
        var kept = await database.ReadAsync(
            async session =>
            {
                var (votes, first, last) = (await session.QueryAsync(
                    _sql["votes"], row => (row.GetInt64(0), StoredTime(row, 1), StoredTime(row, 2)), names))[0];
                return new KeptOfPerson(votes, [], await CountAsync(session, "acts", names))
                {
                    FirstVoteAt = first,
                    LastVoteAt = last,
                    HasSettings = await CountAsync(session, "settings", names) > 0,
                    Letters = await CountAsync(session, "letters", names),
                };
            },
            cancellationToken);
        return kept with { HandOffs = await handOffs.OfAsync(person.Key, cancellationToken) };
    }

    public async Task<int> ForgetAsync(KeptPerson person, CancellationToken cancellationToken)
    {
        var names = NamesOf(person);
        var removed = await database.WriteAsync(
            async session =>
            {
                var rows = 0;
                foreach (var statement in Forgetting) rows += await session.ExecuteAsync(_sql[statement], names);
                return rows;
            },
            cancellationToken);

        // Also where nothing was removed: an earlier call may have been interrupted here.
        await database.ScrubAsync(cancellationToken);
        return removed;
    }

    // An id that holds LIKE's own signs must not stand for others.
    private static string Literal(string id) =>
        id.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private static DateTimeOffset? StoredTime(DbDataReader row, int column) => row.IsDBNull(column) ? null : Stored.Time(row.GetInt64(column));

    private async Task<long> CountAsync(Session session, string statement, (string, object?)[] names) =>
        (await session.QueryAsync(_sql[statement], row => row.GetInt64(0), names))[0];

    private static (string, object?)[] NamesOf(KeptPerson person)
    {
        // An empty id would stand for everybody.
        ArgumentException.ThrowIfNullOrEmpty(person.User.Id);
        return
        [
            ("person", person.Key.Value),
            ("platform", person.PrivateChat?.Platform),
            ("chat", person.PrivateChat?.Id),
            ("userPlatform", person.User.Platform),
            ("user", $"%{Literal(person.User.Id)}%"),
        ];
    }
}
