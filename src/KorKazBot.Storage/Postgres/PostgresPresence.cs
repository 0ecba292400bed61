using Npgsql;

namespace KorKazBot.Storage.Postgres;

/// <summary>
/// Shows the other processes that this one lives: a connection of its own holds an advisory lock on the process's number. When the process
/// dies, the server lets the lock go at once, and others may take over what it has left unfinished.
/// </summary>
/// <remarks>
/// Safety doesn't rest on it: when the connection breaks, the lock is lost until the next beat, and then only the outbox keeps two processes
/// from answering the same event.
/// </remarks>
internal sealed class PostgresPresence : IAsyncDisposable
{
    /// <summary>"KKB": the first key of our advisory locks; the second is a process's number, or 0 for a schema upgrade.</summary>
    public const int LockClass = 0x4B4B42;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _source;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _staying;
    private NpgsqlConnection? _connection;

    private PostgresPresence(NpgsqlDataSource source, NpgsqlConnection connection, int instance, TimeProvider time)
    {
        (_source, _connection, Instance) = (source, connection, instance);
        _staying = StayAsync(time);
    }

    /// <summary>The process's number.</summary>
    public int Instance { get; }

    /// <summary>Takes a number and its lock.</summary>
    public static async Task<PostgresPresence> EnterAsync(NpgsqlDataSource source, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT nextval('instances')::integer";
            var instance = (int)(await command.ExecuteScalarAsync(cancellationToken))!;

            // From now on the database is more than a copy.
            command.CommandText = $"DELETE FROM marks WHERE name = '{PostgresStart.CopyMark}'";
            await command.ExecuteNonQueryAsync(cancellationToken);
            await LockAsync(connection, instance, cancellationToken);
            return new PostgresPresence(source, connection, instance, time);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _staying;
        if (_connection is not null) await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private static async Task LockAsync(NpgsqlConnection connection, int instance, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock({LockClass}, {instance})";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StayAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await BeatAsync();
        }
        catch (OperationCanceledException)
        {
            // The process leaves.
        }
    }

    private async Task BeatAsync()
    {
        try
        {
            _connection ??= await _source.OpenConnectionAsync(_stop.Token);

            // Taking it again only counts up where it is held, and takes it where the connection is new.
            await LockAsync(_connection, Instance, _stop.Token);
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            if (_connection is not null) await _connection.DisposeAsync();
            _connection = null;
        }
    }
}
