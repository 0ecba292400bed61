using System.Globalization;
using KorKazBot.Storage.Databases;
using KorKazBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Copies;

/// <summary>Copies a SQLite database to a file of its own, and back.</summary>
public static class StoreBackup
{
    private const string NotForPostgres = "Storage:Provider is Postgres, which is backed up and restored by its own tools: pg_dump and pg_restore.";

    /// <summary>
    /// Writes a database as it is now into a file, also while the bot writes to it. The file appears under its name only when it is whole
    /// and checked; only its owner may read it, for it holds what people wrote.
    /// </summary>
    /// <param name="options">The database.</param>
    /// <param name="file">The backup's file, which must not exist.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <exception cref="StorageProblemException">There is no such database, it is damaged, or the file can't be written.</exception>
    public static Task<BackupReport> WriteAsync(StorageOptions options, string file, CancellationToken cancellationToken) =>
        Task.Run(() => Guard(file, () => Write(DatabaseOf(options), Path.GetFullPath(file), cancellationToken)), cancellationToken);

    /// <summary>
    /// Puts a backup in the place of a database. What was there is kept beside it under another name, also where it is damaged; no bot may
    /// have it open.
    /// </summary>
    /// <param name="options">The database.</param>
    /// <param name="file">The backup.</param>
    /// <param name="time">Names what is put aside.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <exception cref="StorageProblemException">The backup isn't whole or not ours, or the database is in use.</exception>
    public static Task<RestoreReport> RestoreAsync(StorageOptions options, string file, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Run(() => Guard(file, () => Restore(DatabaseOf(options), Path.GetFullPath(file), time, cancellationToken)), cancellationToken);

    private static BackupReport Write(SqliteFile database, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(database.Path)) throw new StorageProblemException($"There is no database {database.Path} to back up.");
        if (File.Exists(file)) throw new StorageProblemException($"{file} is there already. Name another file; backups are never overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var partial = new SqliteFile($"{file}.partial");
        try
        {
            File.Delete(partial.Path);
            Copy(database, partial);
            cancellationToken.ThrowIfCancellationRequested();
            var rows = Verify(partial);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(partial.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Sync(partial.Path);
            File.Move(partial.Path, file);
            return new BackupReport(file, new FileInfo(file).Length, rows);
        }
        finally
        {
            File.Delete(partial.Path);
        }
    }

    private static void Copy(SqliteFile database, SqliteFile copy)
    {
        using var source = database.Connect(SqliteOpenMode.ReadWrite);
        if (source.Number("PRAGMA application_id") != SqliteFile.ApplicationId)
            throw new StorageProblemException($"{database.Path} is no database of this program.");
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("file", copy.Path);
        command.ExecuteNonQuery();
    }

    private static RestoreReport Restore(SqliteFile database, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new StorageProblemException($"There is no backup {file}.");
        if (File.Exists($"{file}-wal"))
            throw new StorageProblemException($"{file} is no backup but a database in use: there is {file}-wal. Nothing was changed.");
        using var held = SqliteLock.Take(database);
        var copy = new SqliteFile($"{database.Path}.restoring");
        File.Copy(file, copy.Path, overwrite: true);
        var rows = Verify(copy);
        Sync(copy.Path);
        cancellationToken.ThrowIfCancellationRequested();

        var aside = PutAside(database, time);
        File.Move(copy.Path, database.Path);

        // Last: until here a start refuses, because the database that the note speaks of isn't there.
        using var restored = database.Connect(SqliteOpenMode.ReadOnly);
        held.Note(SqliteStart.Commits(restored));
        return new RestoreReport(database.Path, rows, aside);
    }

    // The -wal file goes along: left behind, SQLite would take it for the new database's.
    private static string? PutAside(SqliteFile database, TimeProvider time)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var aside = new SqliteFile($"{database.Path}.before-{stamp}");
        if (File.Exists(database.Wal)) File.Move(database.Wal, aside.Wal);
        File.Delete($"{database.Path}-shm");
        if (!File.Exists(database.Path)) return null;
        File.Move(database.Path, aside.Path);
        return aside.Path;
    }

    // One file by itself: no -wal beside it that could be left behind.
    private static Dictionary<string, long> Verify(SqliteFile copy)
    {
        using var connection = copy.Connect(SqliteOpenMode.ReadWrite);
        connection.Run("PRAGMA journal_mode = DELETE");
        var check = connection.Text("PRAGMA integrity_check(1)");
        if (check != "ok") throw new StorageProblemException($"{copy.Path} is damaged: {check}. Use another backup.");
        if (connection.Number("PRAGMA application_id") != SqliteFile.ApplicationId)
            throw new StorageProblemException($"{copy.Path} is no database of this program.");
        SqliteStart.RefuseNewer(copy, connection);
        var tables = StoredTables.All.Where(table => connection.Number($"SELECT count(*) FROM sqlite_schema WHERE name = '{table.Name}'") == 1);
        return tables.ToDictionary(table => table.Name, table => connection.Number($"SELECT count(*) FROM {table.Name}"));
    }

    private static void Sync(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static SqliteFile DatabaseOf(StorageOptions options) => options.Provider == StorageProvider.Sqlite
        ? SqliteFile.Of(options.ConnectionString)
        : throw new StorageProblemException(NotForPostgres);

    private static T Guard<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageProblemException($"{file}: {exception.Message}", exception);
        }
    }
}

/// <summary>A backup that was written.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">How many rows each table has in it.</param>
public sealed record BackupReport(string File, long Bytes, IReadOnlyDictionary<string, long> Rows);

/// <summary>A backup that was restored.</summary>
/// <param name="File">The database's full path.</param>
/// <param name="Rows">How many rows each table has now.</param>
/// <param name="PutAside">Where the database is that was there before; null where there was none. It still holds what people wrote.</param>
public sealed record RestoreReport(string File, IReadOnlyDictionary<string, long> Rows, string? PutAside);
