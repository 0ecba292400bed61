using DbUp;
using DbUp.Builder;
using DbUp.Sqlite.Helpers;
using KorKazBot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>Opens a database file for this process, or says why not. Whatever looks wrong is left as it is.</summary>
internal static class SqliteStart
{
    private const string Remedy = "Nothing was changed. Restore the newest backup, or, to begin anew, move the file away with those beside it.";

    /// <summary>Checks the file, makes it where there is none, and brings it to the newest schema.</summary>
    /// <returns>The writing connection.</returns>
    /// <exception cref="StorageProblemException">The file is not usable.</exception>
    public static SqliteConnection Open(SqliteFile database, SqliteLock held)
    {
        try
        {
            CheckFiles(database, held);
            if (held.Commits is null) held.Note(0);
            var connection = database.Connect(SqliteOpenMode.ReadWriteCreate);
            try
            {
                CheckContent(database, held, connection);
                Prepare(connection);
                using var shared = new SharedConnection(connection);
                SchemaUpgrade.Run(Target(shared), StorageProvider.Sqlite, database.Path);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException exception) when (SqliteErrors.IsDamage(exception))
        {
            throw Damaged(database, exception.Message, exception);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageProblemException($"{database.Path} can't be opened: {exception.Message}. Nothing was changed.", exception);
        }
    }

    /// <summary>Checks that a database is whole and ours.</summary>
    /// <exception cref="StorageProblemException">It isn't.</exception>
    public static void CheckContent(SqliteFile database, SqliteConnection connection)
    {
        var check = connection.Text("PRAGMA quick_check(1)");
        if (check != "ok") throw Damaged(database, check);
        if (connection.Number("PRAGMA application_id") == SqliteFile.ApplicationId || IsEmpty(connection)) return;
        throw new StorageProblemException(
            $"{database.Path} belongs to another program. Nothing was changed. Set Storage:ConnectionString to another file.");
    }

    /// <summary>Checks that this program knows the schema.</summary>
    /// <exception cref="StorageProblemException">A newer one has written it.</exception>
    public static void RefuseNewer(SqliteFile database, SqliteConnection connection)
    {
        using var shared = new SharedConnection(connection);
        SchemaUpgrade.RefuseNewer(Target(shared), StorageProvider.Sqlite, database.Path);
    }

    /// <summary>Sets what every writing connection needs, whoever opens it.</summary>
    public static void Prepare(SqliteConnection connection)
    {
        // Before the journal mode: in a file that was just made, this must be on disk before anything else is.
        if (IsEmpty(connection)) connection.Run($"PRAGMA application_id = {SqliteFile.ApplicationId}");
        var mode = connection.Text("PRAGMA journal_mode = WAL");
        if (mode != "wal") throw new IOException($"write-ahead logging can't be switched on (SQLite says \"{mode}\"); is it a network drive?");
        connection.Run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216");
    }

    /// <summary>How many commits the database holds.</summary>
    public static long Commits(SqliteConnection connection) =>
        connection.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'commits'") == 0 ? 0 : connection.Number("SELECT count FROM commits");

    private static UpgradeEngineBuilder Target(SharedConnection shared) =>
        DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(SchemaUpgrade.Journal);

    private static void CheckFiles(SqliteFile database, SqliteLock held)
    {
        var file = new FileInfo(database.Path);
        var isKnown = held.Commits > 0;
        if (!file.Exists && (isKnown || File.Exists(database.Wal)))
            throw new StorageProblemException($"{database.Path} is gone, but {(isKnown ? database.Lock : database.Wal)} is still there. {Remedy}");

        // A process that died while it made the file has left it empty, and a note of 0 commits.
        if (file is { Exists: true, Length: 0 } && held.Commits != 0) throw Damaged(database, "it is empty");
        var hasWal = new FileInfo(database.Wal) is { Exists: true, Length: > 0 };
        if (file is { Exists: true, Length: > 0 } && !hasWal && SqliteHeader.IsCutOff(file.FullName)) throw Damaged(database, "its end is missing");
    }

    private static void CheckContent(SqliteFile database, SqliteLock held, SqliteConnection connection)
    {
        CheckContent(database, connection);
        var commits = Commits(connection);
        if (commits >= (held.Commits ?? 0)) return;
        throw new StorageProblemException(
            $"{database.Path} has {commits} commits, but had {held.Commits}: the last ones are missing, as after the loss of {database.Wal} or " +
            "with an older copy of the file. Nothing was changed. Put the lost file back, or restore a backup; to go on without them, " +
            $"remove {database.Lock}.");
    }

    private static bool IsEmpty(SqliteConnection connection) => connection.Number("SELECT count(*) FROM sqlite_schema") == 0;

    private static StorageProblemException Damaged(SqliteFile database, string detail, Exception? inner = null) =>
        new($"{database.Path} is damaged: {detail}. {Remedy}", inner);
}
