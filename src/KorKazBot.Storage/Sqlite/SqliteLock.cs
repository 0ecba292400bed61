using System.Globalization;
using System.Text;

namespace KorKazBot.Storage.Sqlite;

/// <summary>
/// Keeps a second process off a database, and remembers outside of it how many commits it has seen, so that a start can tell that some are
/// missing: a lost -wal file leaves a database that looks whole.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    private const int Digits = 20;

    // What a file that another process has locked is told by: EWOULDBLOCK, or a sharing violation.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private const int LockedOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private SqliteLock(FileStream file)
    {
        _file = file;
        Commits = Read();
    }

    /// <summary>The commits that were noted last; null where nothing was ever noted.</summary>
    public long? Commits { get; private set; }

    /// <summary>Takes the lock; the system gives it back when the process ends in whatever way.</summary>
    /// <exception cref="StorageProblemException">Another process has it, or the folder can't be written.</exception>
    public static SqliteLock Take(SqliteFile database)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
            return new SqliteLock(new FileStream(database.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new StorageProblemException(
                $"{Path.GetDirectoryName(database.Path)} can't be written. Let the user who runs the program write there, or set " +
                "Storage:ConnectionString to another place.",
                exception);
        }
        catch (IOException exception) when (exception.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows)
        {
            throw new StorageProblemException(
                $"{database.Path} is in use by another process ({database.Lock} is locked). Stop it first, or use PostgreSQL for several processes.",
                exception);
        }
        catch (IOException exception)
        {
            throw new StorageProblemException(
                $"{database.Path} can't be opened: {exception.Message} Mend that, or set Storage:ConnectionString to another place.", exception);
        }
    }

    /// <summary>Notes how many commits the database has. Call it after the commit, so that the note never runs ahead.</summary>
    /// <exception cref="IOException">It can't be written; the old note stays, which is safe: it is only behind.</exception>
    public void Note(long commits)
    {
        RandomAccess.Write(_file.SafeFileHandle, Encoding.ASCII.GetBytes(commits.ToString($"D{Digits}", CultureInfo.InvariantCulture)), 0);
        Commits = commits;
    }

    public void Dispose() => _file.Dispose();

    private long? Read()
    {
        var digits = new byte[Digits];
        var length = RandomAccess.Read(_file.SafeFileHandle, digits, 0);
        return length == Digits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var commits) ? commits : null;
    }
}
