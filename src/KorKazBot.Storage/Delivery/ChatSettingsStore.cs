using System.Data.Common;
using KorKazBot.Engine;
using KorKazBot.Engine.Delivery;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Delivery;

/// <summary>The settings of chats as a table.</summary>
internal sealed class ChatSettingsStore(Database database) : IChatSettingsStore
{
    private readonly Statements _sql = Statements.Of("Delivery/ChatSettings.sql", database.Provider);

    public async ValueTask<ChatSettings> ReadAsync(ChatId chat, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => FindAsync(session, "read", chat), cancellationToken) ?? ChatSettings.Default;

    public Task<ChatSettings> ChangeAsync(ChatId chat, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                // A row to hold must be there first: two that make it at once would both read the defaults.
                await session.ExecuteAsync(_sql["make"], Values(chat, ChatSettings.Default));
                var settings = change(await FindAsync(session, "hold", chat) ?? ChatSettings.Default);
                await session.ExecuteAsync(_sql["change"], Values(chat, settings));
                return settings;
            },
            cancellationToken);

    public Task MoveAsync(ChatId from, ChatId destination, CancellationToken cancellationToken) => from == destination
        ? Task.CompletedTask
        : database.WriteAsync(
            async session =>
            {
                (string, object?)[] both = [.. Values(from), ("toPlatform", destination.Platform), ("toChat", destination.Id)];
                await session.ExecuteAsync(_sql["copy"], both);
                await session.ExecuteAsync(_sql["follow"], both);
                return await session.ExecuteAsync(_sql["remove"], Values(from));
            },
            cancellationToken);

    private static ChatSettings Read(DbDataReader row) => new()
    {
        Language = !row.IsDBNull(0) && Languages.TryParse(row.GetString(0), out var language) ? language : null,
        IsOpen = row.GetInt64(1) != 0,
        KeepsQuestions = row.GetInt64(2) != 0,
        Interviews = StoredList.Read(row.GetString(3)),
        IsActive = row.GetInt64(4) != 0,
        MutedUntil = row.IsDBNull(5) ? null : Stored.Time(row.GetInt64(5)),
    };

    private static (string, object?)[] Values(ChatId chat) => [("platform", chat.Platform), ("chat", chat.Id)];

    private static (string, object?)[] Values(ChatId chat, ChatSettings settings) =>
    [
        .. Values(chat),
        ("language", settings.Language?.ToCode()),
        ("open", settings.IsOpen),
        ("keeps", settings.KeepsQuestions),
        ("interviews", StoredList.Write(settings.Interviews)),
        ("active", settings.IsActive),
        ("muted", settings.MutedUntil),
    ];

    private async Task<ChatSettings?> FindAsync(Session session, string statement, ChatId chat) =>
        (await session.QueryAsync(_sql[statement], Read, Values(chat))).FirstOrDefault();
}
