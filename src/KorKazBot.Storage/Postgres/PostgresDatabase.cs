using KorKazBot.Storage.Databases;
using Npgsql;

namespace KorKazBot.Storage.Postgres;

/// <summary>A PostgreSQL database that any number of processes share.</summary>
internal sealed class PostgresDatabase : Database
{
    private const int MostAttempts = 4;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresPresence _presence;
    private readonly string _place;

    private PostgresDatabase(NpgsqlDataSource source, PostgresPresence presence, string place) =>
        (_source, _presence, _place) = (source, presence, place);

    public override StorageProvider Provider => StorageProvider.Postgres;

    public override long Instance => _presence.Instance;

    /// <summary>Connects, checks the server, and brings the database to the newest schema.</summary>
    /// <exception cref="StorageProblemException">The server can't be reached or used.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, TimeProvider time, CancellationToken cancellationToken)
    {
        var (source, place) = PostgresStart.Source(connectionString);
        try
        {
            await PostgresStart.PrepareAsync(source, place, cancellationToken);
            return new PostgresDatabase(source, await PostgresPresence.EnterAsync(source, time, cancellationToken), place);
        }
        catch (Exception exception)
        {
            await source.DisposeAsync();
            if (exception is NpgsqlException || PostgresErrors.IsUnavailable(exception)) throw PostgresStart.OutOfReach(place, exception);
            throw;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var result = await work(new Session(connection, transaction, cancellationToken));
                isCommitting = true;

                // Whoever stops waiting here would never learn how it ended.
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
            {
                var isSafe = !isCommitting || PostgresErrors.IsRolledBack(exception);
                if (isSafe && attempt < MostAttempts && PostgresErrors.IsWorthRepeating(exception)) continue;
                throw PostgresErrors.Unavailable(_place, exception);
            }
        }
    }

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellationToken);
                return await read(new Session(connection, null, cancellationToken));
            }
            catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
            {
                if (attempt < MostAttempts && PostgresErrors.IsWorthRepeating(exception)) continue;
                throw PostgresErrors.Unavailable(_place, exception);
            }
        }
    }

    // The server's own housekeeping takes deleted rows away; its files can't be wiped from here.
    public override Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await _presence.DisposeAsync();
        await _source.DisposeAsync();
    }
}
