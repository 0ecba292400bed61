using System.Collections.Concurrent;
using KorKazBot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>Connections that only read, kept open; they see the last commit and never wait for the writer.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private const int Most = 4;

    private readonly SemaphoreSlim _places = new(Most);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Reads with one of them.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        await _places.WaitAsync(cancellationToken);
        SqliteConnection? connection = null;
        try
        {
            connection = _idle.TryTake(out var idle) ? idle : Open();
            var result = await read(new Session(connection, null, cancellationToken));
            if (_isClosed) return result;
            _idle.Add(connection);
            connection = null;
            return result;
        }
        catch (SqliteException exception) when (SqliteErrors.IsUnavailable(exception))
        {
            throw SqliteErrors.Unavailable(file, exception);
        }
        finally
        {
            connection?.Dispose();
            _places.Release();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = file.Connect(SqliteOpenMode.ReadWrite);
        connection.Run("PRAGMA query_only = ON");
        return connection;
    }
}
