using System.Diagnostics;
using KorKazBot.Storage;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Tests.Storage;

/// <summary>Which files a start takes, and what it says to the others.</summary>
public sealed class SqliteStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_and_its_folders_are_made()
    {
        var file = _folder.File("a/b/store.db");
        await using (await OpenAsync(file)) Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_connection_string_may_name_the_file_as_a_data_source()
    {
        await using (await OpenAsync($"Data Source={Database}")) Assert.True(File.Exists(Database));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":memory:")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x.db;Password=hush")]
    [InlineData("Data Source=x.db;;=")]
    public async Task Other_connection_strings_are_refused_without_quoting_them(string connectionString)
    {
        var problem = await RefusedAsync(connectionString);

        Assert.Contains("Storage:ConnectionString", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_ahead_syncs_each_commit_and_wipes_what_is_deleted()
    {
        await using var stores = await OpenAsync();
        var settings = await stores.Database.WriteAsync(
            async session => (
                await session.QueryAsync("PRAGMA journal_mode", row => row.GetString(0)),
                await session.QueryAsync("PRAGMA synchronous", row => row.GetInt64(0)),
                await session.QueryAsync("PRAGMA foreign_keys", row => row.GetInt64(0)),
                await session.QueryAsync("PRAGMA secure_delete", row => row.GetInt64(0)),
                await session.QueryAsync("PRAGMA busy_timeout", row => row.GetInt64(0))),
            CancellationToken.None);

        Assert.Equal(("wal", 2, 1, 1, 5000), (settings.Item1[0], settings.Item2[0], settings.Item3[0], settings.Item4[0], settings.Item5[0]));
    }

    [Fact]
    public async Task A_second_process_is_kept_off()
    {
        await using var first = await OpenAsync();

        Assert.Contains("in use by another process", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_file_is_the_file()
    {
        await using var first = await OpenAsync();
        var link = _folder.File("link.db");
        File.CreateSymbolicLink(link, Database);

        Assert.Contains("in use by another process", await RefusedAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused_and_stays()
    {
        await File.WriteAllTextAsync(Database, "");

        Assert.Contains("it is empty", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(Database).Length);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_stays()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        Assert.Contains("is damaged", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Database));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_truncated_database_is_refused_and_stays(double share)
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Database);
        var part = whole[..(int)(whole.Length * share)];
        await File.WriteAllBytesAsync(Database, part);

        Assert.Contains("is damaged", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(part, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Random_bytes_in_a_database_are_found()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        new Random(1).NextBytes(bytes.AsSpan(8192, 4096));
        await File.WriteAllBytesAsync(Database, bytes);

        Assert.Contains("is damaged", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_wal_file_is_noticed()
    {
        await using (var stores = await OpenAsync())
        {
            await WriteAsync(stores);
            CopyAs("lost.db");
        }

        File.Delete(_folder.File("lost.db-wal"));

        Assert.Contains("the last ones are missing", await RefusedAsync(_folder.File("lost.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_died_has_left_a_database_that_opens()
    {
        await using (var stores = await OpenAsync())
        {
            await WriteAsync(stores);
            CopyAs("dead.db");
        }

        await using var again = await OpenAsync(_folder.File("dead.db"));
        Assert.Equal(1, await CommitsAsync(again));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_replaced_in_silence()
    {
        await FillAsync();
        File.Delete(Database);

        Assert.Contains("is gone", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_refused()
    {
        RunOn("CREATE TABLE theirs (x TEXT)");

        Assert.Contains("belongs to another program", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await FillAsync();
        RunOn("INSERT INTO schema_version (ScriptName, Applied) VALUES ('9999-from-the-future.sql', '2030-01-01')");

        var problem = await RefusedAsync();
        Assert.Contains("newer version", problem, StringComparison.Ordinal);
        Assert.Contains("9999-from-the-future.sql", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cant_be_made_is_told()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "");

        Assert.Contains("can't be opened", await RefusedAsync(_folder.File("file/store.db")), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(Stores stores) => await stores.Database.WriteAsync("DELETE FROM outbox", CancellationToken.None);

    private static async Task<long> CommitsAsync(Stores stores)
    {
        var rows = await stores.Database.ReadAsync(
            session => session.QueryAsync("SELECT count FROM commits", row => row.GetInt64(0)), CancellationToken.None);
        return rows[0];
    }

    private Task<Stores> OpenAsync(string? connectionString = null) =>
        Stores.OpenAsync(new StorageOptions { ConnectionString = connectionString ?? Database }, TimeProvider.System, CancellationToken.None);

    private async Task<string> RefusedAsync(string? connectionString = null) =>
        (await Assert.ThrowsAsync<StorageProblemException>(() => OpenAsync(connectionString))).Message;

    private async Task FillAsync()
    {
        await using var stores = await OpenAsync();
        await WriteAsync(stores);
    }

    // What a process that is killed now would leave.
    private void CopyAs(string name)
    {
        foreach (var ending in new[] { "", "-wal", ".lock" })
        {
            // This process must not read a file that it has locked; another one may.
            using var copy = Process.Start("cp", [Database + ending, _folder.File(name) + ending]);
            copy.WaitForExit();
        }
    }

    private void RunOn(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
