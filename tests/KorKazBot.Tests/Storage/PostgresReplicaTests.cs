using KorKazBot.Engine.Delivery;
using KorKazBot.Storage;
using Npgsql;

namespace KorKazBot.Tests.Storage;

/// <summary>Several processes on one PostgreSQL database.</summary>
public sealed class PostgresReplicaTests_where_postgres_is
{
    private const string EveryoneHasGone = """
        DO $$ BEGIN
          WHILE EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend') LOOP
            PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
          END LOOP;
        END $$
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_a_living_replica_works_on_is_left_to_it_and_taken_over_when_it_dies()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using var second = await OpenAsync(database);
        await using (var first = await OpenAsync(database))
        {
            await first.Inbox.AddAsync([Event("u:1"), Event("u:2")], None);

            Assert.Empty(await second.Inbox.UnfinishedAsync("telegram", "1", None));
            Assert.Equal(2, (await first.Inbox.UnfinishedAsync("telegram", "1", None)).Count);
        }

        Assert.Equal(["u:1", "u:2"], (await TakenOverAsync(second)).Select(each => each.Id.Key));
    }

    [Fact]
    public async Task Of_two_replicas_that_take_over_each_event_goes_to_one()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using (var died = await OpenAsync(database)) await died.Inbox.AddAsync([.. Enumerable.Range(0, 50).Select(i => Event($"u:{i}"))], None);
        await RunAsync(database, EveryoneHasGone);
        await using var first = await OpenAsync(database);
        await using var second = await OpenAsync(database);

        var taken = await Task.WhenAll(
            Task.Run(() => first.Inbox.UnfinishedAsync("telegram", "1", None)), Task.Run(() => second.Inbox.UnfinishedAsync("telegram", "1", None)));

        Assert.Equal(50, taken.Sum(events => events.Count));
    }

    [Fact]
    public async Task The_same_event_told_to_two_replicas_has_one_effect()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using var first = await OpenAsync(database);
        await using var second = await OpenAsync(database);

        var added = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? first : second)
            .Select(replica => Task.Run(() => replica.Inbox.AddAsync([Event("u:1")], None))));

        Assert.Single(added, events => events.Count == 1);
    }

    [Fact]
    public async Task After_the_server_has_cut_every_connection_work_goes_on()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using var stores = await OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => stores.Inbox.AddAsync([Event($"u:{i}")], None))));

        await CutAsync(database);
        await stores.Inbox.AddAsync([Event("u:100")], None);
        await CutAsync(database);

        Assert.Equal(9, (await stores.Inbox.UnfinishedAsync("telegram", "1", None)).Count);
        Assert.False((await stores.ChatSettings.ReadAsync(new ChatId("telegram", "1"), None)).IsOpen);
    }

    [Fact]
    public async Task A_server_that_has_become_read_only_is_unavailable_and_then_again_there()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using var stores = await OpenAsync(database);
        var name = new NpgsqlConnectionStringBuilder(database).Database;

        await RunAsync(database, $"ALTER DATABASE {name} SET default_transaction_read_only = on");
        await CutAsync(database);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => stores.Inbox.AddAsync([Event("u:1")], None));
        Assert.False((await stores.ChatSettings.ReadAsync(new ChatId("telegram", "1"), None)).IsOpen);

        await RunAsync(database, $"BEGIN READ WRITE; ALTER DATABASE {name} RESET default_transaction_read_only; COMMIT");
        await CutAsync(database);
        Assert.Single(await stores.Inbox.AddAsync([Event("u:1")], None));
    }

    // The server needs a moment to notice that a connection was closed.
    private static async Task<IReadOnlyList<InboundEvent>> TakenOverAsync(Stores replica)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await replica.Inbox.UnfinishedAsync("telegram", "1", limit.Token) is { Count: > 0 } left) return left;
        }
    }

    private static async Task<string?> DatabaseAsync() => await PostgresServer.FindAsync() is { } server ? await server.CreateDatabaseAsync() : null;

    private static Task<Stores> OpenAsync(string database) =>
        Stores.OpenAsync(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = database }, TimeProvider.System, None);

    private static InboundEvent Event(string key) =>
        new(new EventId("telegram", "1", key), "chat 1", "message", "{}", TimeProvider.System.GetUtcNow());

    private static Task CutAsync(string database) =>
        RunAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private static async Task RunAsync(string database, string sql)
    {
        await using var source = new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString()).Build();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
