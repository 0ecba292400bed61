using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>Moderators as a table.</summary>
internal sealed class Moderators(Database database, TimeProvider time) : IModerators
{
    private readonly Statements _sql = Statements.Of("Moderation/Moderators.sql", database.Provider);

    public async Task<IReadOnlyList<PlatformUser>> AllAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.QueryAsync(_sql["all"], row => new PlatformUser(row.GetString(0), row.GetString(1))), cancellationToken);

    public async Task<bool> AddAsync(PlatformUser user, CancellationToken cancellationToken) =>
        await database.WriteAsync(_sql["add"], cancellationToken, ("platform", user.Platform), ("user", user.Id), ("now", time.GetUtcNow())) == 1;

    public async Task<bool> RemoveAsync(PlatformUser user, CancellationToken cancellationToken) =>
        await database.WriteAsync(_sql["remove"], cancellationToken, ("platform", user.Platform), ("user", user.Id)) == 1;
}
