using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Sqlite;

/// <summary>A SQLite file that this process has for itself.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly SqliteLock _held;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

    private SqliteDatabase(SqliteFile file, SqliteLock held)
    {
        (File, _held) = (file, held);
        _writer = new SqliteWriter(file, held, SqliteStart.Open(file, held));
        _readers = new SqliteReaders(file);
    }

    /// <summary>The file.</summary>
    public SqliteFile File { get; }

    public override StorageProvider Provider => StorageProvider.Sqlite;

    // There is one process.
    public override long Instance => 0;

    /// <summary>Opens the file.</summary>
    /// <exception cref="StorageProblemException">It can't be used.</exception>
    public static SqliteDatabase Open(SqliteFile file)
    {
        var held = SqliteLock.Take(file);
        try
        {
            return new SqliteDatabase(file, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, cancellationToken);

    public override Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken) =>
        _readers.ReadAsync(read, cancellationToken);

    // secure_delete has overwritten it in the pages; those are in the -wal file until a checkpoint, and older ones with them.
    public override Task ScrubAsync(CancellationToken cancellationToken) =>
        _writer.RunAloneAsync(connection => connection.Number("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        // The writer last: whoever closes last takes the -wal file into the database.
        _readers.Dispose();
        await _writer.DisposeAsync();
        _held.Dispose();
    }
}
