using KorKazBot.Engine.Delivery;
using KorKazBot.Storage;
using KorKazBot.Storage.Copies;

namespace KorKazBot.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    private StorageOptions Options => new() { ConnectionString = _folder.File("store.db") };

    private string Backup => _folder.File("backups/store.backup");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_while_the_bot_writes_is_whole_and_restores_what_it_counted()
    {
        BackupReport backup;
        await using (var stores = await OpenAsync())
        {
            await AddAsync(stores, 0, 500);
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(async () =>
            {
                for (var i = 500; !stop.IsCancellationRequested; i++) await AddAsync(stores, i, 1);
            });
            backup = await StoreBackup.WriteAsync(Options, Backup, None);
            await stop.CancelAsync();
            await writing;
        }

        var restored = await StoreBackup.RestoreAsync(Options, Backup, TimeProvider.System, None);

        Assert.InRange(backup.Rows["inbox"], 500, long.MaxValue);
        Assert.Equal(backup.Rows, restored.Rows);
        await using var again = await OpenAsync();
        Assert.Equal(backup.Rows["inbox"], await CountAsync(again));
        Assert.Equal(backup.Bytes, new FileInfo(Backup).Length);
        Assert.Equal([Backup], Directory.GetFiles(Path.GetDirectoryName(Backup)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
    }

    [Fact]
    public async Task What_was_there_is_put_aside_whole()
    {
        await using (var stores = await OpenAsync()) await AddAsync(stores, 0, 3);
        await StoreBackup.WriteAsync(Options, Backup, None);
        await using (var stores = await OpenAsync()) await AddAsync(stores, 3, 4);

        var restored = await StoreBackup.RestoreAsync(Options, Backup, TimeProvider.System, None);

        await using var old = await OpenAsync(restored.PutAside);
        Assert.Equal(7, await CountAsync(old));
        await using var now = await OpenAsync();
        Assert.Equal(3, await CountAsync(now));
    }

    [Fact]
    public async Task A_damaged_or_lost_database_is_restored()
    {
        await using (var stores = await OpenAsync()) await AddAsync(stores, 0, 3);
        await StoreBackup.WriteAsync(Options, Backup, None);

        await File.WriteAllTextAsync(Options.ConnectionString, "rubbish");
        await Assert.ThrowsAsync<StorageProblemException>(() => OpenAsync());
        var restored = await StoreBackup.RestoreAsync(Options, Backup, TimeProvider.System, None);
        Assert.Equal("rubbish", await File.ReadAllTextAsync(restored.PutAside!));

        File.Delete(Options.ConnectionString);
        Assert.Null((await StoreBackup.RestoreAsync(Options, Backup, TimeProvider.System, None)).PutAside);
        await using var again = await OpenAsync();
        Assert.Equal(3, await CountAsync(again));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_bot_that_runs()
    {
        await using var stores = await OpenAsync();
        await StoreBackup.WriteAsync(Options, Backup, None);

        Assert.Contains("in use", (await RefusedAsync(Backup)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_whole_backup_of_ours_is_refused_and_the_database_stays()
    {
        await using (var stores = await OpenAsync()) await AddAsync(stores, 0, 3);
        await StoreBackup.WriteAsync(Options, Backup, None);
        var bytes = await File.ReadAllBytesAsync(Backup);
        var broken = _folder.File("broken");
        await File.WriteAllBytesAsync(broken, bytes[..(bytes.Length / 2)]);
        var hot = _folder.File("hot");
        File.Copy(Backup, hot);
        await File.WriteAllTextAsync($"{hot}-wal", "");

        Assert.Contains("malformed", (await RefusedAsync(broken)).Message, StringComparison.Ordinal);
        Assert.Contains("database in use", (await RefusedAsync(hot)).Message, StringComparison.Ordinal);
        Assert.Contains("no backup", (await RefusedAsync(_folder.File("none"))).Message, StringComparison.Ordinal);
        await using var again = await OpenAsync();
        Assert.Equal(3, await CountAsync(again));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_needs_a_database()
    {
        await Assert.ThrowsAsync<StorageProblemException>(() => StoreBackup.WriteAsync(Options, Backup, None));
        Assert.False(File.Exists(Options.ConnectionString));
        await using (await OpenAsync()) await StoreBackup.WriteAsync(Options, Backup, None);
        await Assert.ThrowsAsync<StorageProblemException>(() => StoreBackup.WriteAsync(Options, Backup, None));
        var postgres = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = "Host=localhost" };
        var refused = await Assert.ThrowsAsync<StorageProblemException>(() => StoreBackup.WriteAsync(postgres, Backup, None));
        Assert.Contains("pg_dump", refused.Message, StringComparison.Ordinal);
    }

    private static async Task AddAsync(Stores stores, int first, int count) => await stores.Inbox.AddAsync(
        [
            .. Enumerable.Range(first, count).Select(i =>
                new InboundEvent(new EventId("telegram", "1", $"u:{i}"), "chat", "message", "{}", TimeProvider.System.GetUtcNow())),
        ],
        None);

    private static async Task<long> CountAsync(Stores stores) =>
        (await stores.Database.ReadAsync(session => session.QueryAsync("SELECT count(*) FROM inbox", row => row.GetInt64(0)), None))[0];

    private Task<StorageProblemException> RefusedAsync(string backup) =>
        Assert.ThrowsAsync<StorageProblemException>(() => StoreBackup.RestoreAsync(Options, backup, TimeProvider.System, None));

    private Task<Stores> OpenAsync(string? file = null) =>
        Stores.OpenAsync(file is null ? Options : new StorageOptions { ConnectionString = file }, TimeProvider.System, None);
}
