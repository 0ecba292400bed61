using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>The file of a SQLite database and the files beside it.</summary>
/// <param name="Path">The full path, links resolved.</param>
internal sealed record SqliteFile(string Path)
{
    /// <summary>"KKB1": marks the file as ours.</summary>
    public const int ApplicationId = 0x4B4B4231;

    private const string DataSource = "Data Source";

    /// <summary>What was committed and isn't in the file yet.</summary>
    public string Wal => $"{Path}-wal";

    /// <summary>Held while a process has the database open.</summary>
    public string Lock => $"{Path}.lock";

    /// <summary>The file that a connection string names.</summary>
    /// <exception cref="StorageProblemException">It names none, or sets what can't be set.</exception>
    public static SqliteFile Of(string connectionString)
    {
        var path = connectionString.Trim();
        if (path.Contains('=', StringComparison.Ordinal)) path = FromPairs(path);
        if (path.Length == 0 || path.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
            throw new StorageProblemException("Storage:ConnectionString names no file. Give a path such as data/korkazbot.db.");

        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path)) throw new StorageProblemException($"{path} is a folder. Storage:ConnectionString wants a file in it.");
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        return new SqliteFile(target?.FullName ?? path);
    }

    /// <summary>Opens a connection that waits for others up to 5 s and checks foreign keys.</summary>
    /// <exception cref="SqliteException">It can't be opened.</exception>
    public SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            connection.Open();
            connection.Run("PRAGMA busy_timeout = 5000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string FromPairs(string connectionString)
    {
        DbConnectionStringBuilder pairs;
        try
        {
            pairs = new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            throw new StorageProblemException("Storage:ConnectionString can't be read. Give a path, or Data Source=PATH.");
        }

        var foreign = pairs.Keys.Cast<string>().FirstOrDefault(key => !key.Equals(DataSource, StringComparison.OrdinalIgnoreCase));
        if (foreign is not null)
            throw new StorageProblemException($"Storage:ConnectionString sets \"{foreign}\", which can't be set here. Give Data Source=PATH only.");
        return pairs.TryGetValue(DataSource, out var path) ? (string)path : "";
    }
}
