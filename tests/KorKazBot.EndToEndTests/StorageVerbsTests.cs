using KorKazBot.Engine.Delivery;
using KorKazBot.Storage;

namespace KorKazBot.EndToEndTests;

/// <summary>What the verbs about the database tell people; that they copy rightly is tested beside the store.</summary>
public sealed class StorageVerbsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("korkazbot-");

    private string Database => Path.Combine(_folder.FullName, "store.db");

    private string Backup => Path.Combine(_folder.FullName, "monday.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_is_restored_and_what_was_there_is_named()
    {
        await using (var stores = await Stores.OpenAsync(new StorageOptions { ConnectionString = Database }, TimeProvider.System, default))
            await stores.ChatSettings.ChangeAsync(new ChatId("telegram", "5"), old => old with { IsOpen = true }, default);

        var backup = await RunAsync("backup", Backup);
        var restore = await RunAsync("restore", Backup);

        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.Contains(backup.Lines, line => line.StartsWith("chat_settings", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal));
        Assert.StartsWith($"Backed up to {Backup}", backup.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Error));
        Assert.Contains($"{Database}.before-", restore.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_done_is_one_line_that_says_why()
    {
        var missing = await RunAsync("backup", Backup);
        var broken = await RunAsync("restore", Path.Combine(_folder.FullName, "none.db"));
        var nowhere = await RunAsync("migrate", "--from", Database);

        Assert.All([missing, broken, nowhere], ending => Assert.Equal(2, ending.ExitCode));
        Assert.StartsWith("error: There is no database", Assert.Single(missing.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.StartsWith("error: There is no backup", Assert.Single(broken.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("Storage__Provider=Postgres", Assert.Single(nowhere.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<Ending> RunAsync(params string[] args)
    {
        using var program = BuiltProgram.Start(args, null, ("Storage__ConnectionString", Database));
        return await program.FinishAsync(null);
    }
}
