using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>What all tables have of a person.</summary>
internal sealed class PersonalData(Database database, HandOffs handOffs) : IPersonalData
{
    private static readonly string[] Forgetting = ["forget votes", "forget hand-offs", "forget settings", "forget letters"];

    private readonly Statements _sql = Statements.Of("Moderation/PersonalData.sql", database.Provider);

    public async Task<KeptOfPerson> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var votes = await CountAsync("votes", person, cancellationToken);
        var acts = await CountAsync("acts", person, cancellationToken);
        return new KeptOfPerson(votes, await handOffs.OfAsync(person, cancellationToken), acts);
    }

    public async Task<int> ForgetAsync(PersonToForget person, CancellationToken cancellationToken)
    {
        // An empty id would stand for everybody.
        ArgumentException.ThrowIfNullOrEmpty(person.User.Id);
        (string, object?)[] names =
        [
            ("person", person.Key.Value),
            ("platform", person.PrivateChat?.Platform),
            ("chat", person.PrivateChat?.Id),
            ("userPlatform", person.User.Platform),
            ("user", $"%{Literal(person.User.Id)}%"),
        ];
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

    private async Task<long> CountAsync(string statement, PersonKey person, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            session => session.QueryAsync(_sql[statement], row => row.GetInt64(0), ("person", person.Value)), cancellationToken))[0];
}
