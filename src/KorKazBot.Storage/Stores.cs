using KorKazBot.Storage.Databases;
using KorKazBot.Storage.Postgres;
using KorKazBot.Storage.Sqlite;

namespace KorKazBot.Storage;

/// <summary>The open database, by what it keeps. Dispose it last: it waits for what was accepted.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class Stores : IAsyncDisposable
{
    private Stores(Database database) => Database = database;

    /// <summary>What all of them work on.</summary>
    internal Database Database { get; }

    /// <summary>Opens the database, makes it where there is none, and brings it to the newest schema.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="time">The clock that retention goes by.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StorageProblemException">
    /// It is damaged, newer than this program, in use by another process, out of reach or wrongly configured; the message says what to do.
    /// Nothing is repaired or deleted.
    /// </exception>
    public static async Task<Stores> OpenAsync(StorageOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Database database = options.Provider switch
        {
            // Checking a file takes as long as reading it.
            StorageProvider.Sqlite => await Task.Run(() => SqliteDatabase.Open(SqliteFile.Of(options.ConnectionString)), cancellationToken),
            StorageProvider.Postgres => await PostgresDatabase.OpenAsync(options.ConnectionString, time, cancellationToken),
            _ => throw new StorageProblemException($"Storage:Provider is {options.Provider}. Give Sqlite or Postgres."),
        };
        return new Stores(database);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
