using KorKazBot.Storage;
using Xunit.Abstractions;

namespace KorKazBot.Tests.Storage;

/// <summary>The contract on PostgreSQL, where the machine has it.</summary>
public sealed class PostgresStoreTests_where_postgres_is(ITestOutputHelper output) : StoreContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override async Task<StorageOptions?> CreateAsync()
    {
        if (await PostgresServer.FindAsync() is { } server)
            return new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = await server.CreateDatabaseAsync() };
        output.WriteLine(PostgresServer.Absence);
        return null;
    }
}
