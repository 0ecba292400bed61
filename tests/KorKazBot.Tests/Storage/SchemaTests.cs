using KorKazBot.Storage;

namespace KorKazBot.Tests.Storage;

/// <summary>The two schemas say the same, though each is written by itself.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns_where_postgres_is()
    {
        if (await PostgresServer.FindAsync() is not { } server) return;
        var sqlite = await ColumnsAsync(
            new StorageOptions { ConnectionString = _folder.File("store.db") },
            """
            SELECT m.name || '.' || c.name || CASE WHEN c."notnull" THEN '' ELSE ' null' END
                || CASE c.type WHEN 'TEXT' THEN ' text' ELSE ' number' END
            FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND m.name NOT IN ('schema_version', 'sqlite_sequence', 'commits')
            """);
        var postgres = await ColumnsAsync(
            new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = await server.CreateDatabaseAsync() },
            """
            SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE ' null' END
                || CASE data_type WHEN 'text' THEN ' text' ELSE ' number' END
            FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name NOT IN ('schema_version', 'marks')
            """);

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite.Order(StringComparer.Ordinal), postgres.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> ColumnsAsync(StorageOptions options, string sql)
    {
        await using var stores = await Stores.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        return await stores.Database.ReadAsync(session => session.QueryAsync(sql, row => row.GetString(0)), CancellationToken.None);
    }
}
