using KorKazBot.Storage;
using Npgsql;

namespace KorKazBot.Tests.Storage;

/// <summary>Which servers a start takes, and what it says to the others.</summary>
public sealed class PostgresStartTests_where_postgres_is
{
    [Theory]
    [InlineData("data/korkazbot.db")]
    [InlineData("Host=;Password=hush")]
    [InlineData("Host=localhost;Pasword=hush")]
    public async Task Connection_strings_that_cant_be_read_arent_quoted(string connectionString)
    {
        var problem = await RefusedAsync(connectionString);

        Assert.Contains("Storage:ConnectionString", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_out_of_reach_is_named_without_the_password()
    {
        var problem = await RefusedAsync("Host=127.0.0.1;Port=1;Database=bot;Username=bot;Password=hush");

        Assert.Contains("127.0.0.1:1, database bot", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told()
    {
        if (await DatabaseAsync() is not { } database) return;
        var settings = new NpgsqlConnectionStringBuilder(database) { Password = "hush" };

        var problem = await RefusedAsync(settings.ToString());
        Assert.Contains("password authentication failed", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        if (await DatabaseAsync() is not { } database) return;
        await using (await OpenAsync(database))
            await RunAsync(database, "INSERT INTO schema_version (scriptname, applied) VALUES ('9999-from-the-future.sql', now())");

        Assert.Contains("9999-from-the-future.sql", await RefusedAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_confirms_before_it_has_written_is_refused()
    {
        if (await DatabaseAsync() is not { } database) return;
        await RunAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = off");

        Assert.Contains("synchronous_commit", await RefusedAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_no_writes_is_refused()
    {
        if (await DatabaseAsync() is not { } database) return;
        await RunAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET default_transaction_read_only = on");

        Assert.Contains("primary", await RefusedAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicas_that_start_together_upgrade_once()
    {
        if (await DatabaseAsync() is not { } database) return;

        var replicas = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(database)));

        Assert.Equal(6, replicas.Select(replica => replica.Database.Instance).Distinct().Count());
        foreach (var replica in replicas) await replica.DisposeAsync();
    }

    private static async Task<string?> DatabaseAsync() => await PostgresServer.FindAsync() is { } server ? await server.CreateDatabaseAsync() : null;

    private static async Task RunAsync(string database, string sql)
    {
        await using var source = new NpgsqlSlimDataSourceBuilder(database).Build();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<Stores> OpenAsync(string connectionString) =>
        Stores.OpenAsync(
            new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = connectionString },
            TimeProvider.System,
            CancellationToken.None);

    private static async Task<string> RefusedAsync(string connectionString) =>
        (await Assert.ThrowsAsync<StorageProblemException>(() => OpenAsync(connectionString))).Message;
}
