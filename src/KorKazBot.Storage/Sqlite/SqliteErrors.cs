using KorKazBot.Engine.Delivery;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>Which of SQLite's errors are the machine's, and which are ours.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoMemory = 7;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int Protocol = 15;
    private const int NotADatabase = 26;

    /// <summary>Whether the database can't work now, whatever was asked of it.</summary>
    public static bool IsUnavailable(SqliteException exception) => Reason(exception) is not null;

    /// <summary>Whether the file itself is damaged.</summary>
    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>What callers are told.</summary>
    public static StoreUnavailableException Unavailable(SqliteFile database, SqliteException exception) =>
        new($"{database.Path}: {Reason(exception) ?? exception.Message}.", exception);

    private static string? Reason(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Full => "the disk is full",
        Busy or Locked or Protocol => "another program holds it locked",
        ReadOnly or CantOpen => "it can't be opened for writing",
        IoError => "the disk fails",
        NoMemory => "there is no memory left",
        Corrupt or NotADatabase => "the file is damaged",
        _ => null,
    };
}
