using KorKazBot.Storage;

namespace KorKazBot.Tests.Storage;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("korkazbot-storage-");

    public override Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<StorageOptions?> CreateAsync() =>
        Task.FromResult<StorageOptions?>(new StorageOptions { ConnectionString = Path.Combine(_folder.FullName, "store.db") });
}
