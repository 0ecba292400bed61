namespace KorKazBot.Storage.Databases;

/// <summary>A database that is open: runs units of work in transactions. Safe for any number of threads.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>The kind, which picks between variants of a statement.</summary>
    public abstract StorageProvider Provider { get; }

    /// <summary>Whose work an unfinished event is: tells the living processes apart that share the database.</summary>
    public abstract long Instance { get; }

    /// <summary>Runs work in one transaction, and ends when it is durable. Work may be run again after a conflict.</summary>
    /// <exception cref="Engine.Delivery.StoreUnavailableException">The database can't take it now; nothing of the work stays.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Reads what is committed.</summary>
    /// <exception cref="Engine.Delivery.StoreUnavailableException">The database can't give it now.</exception>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Takes what was deleted out of the files too, as far as the database can.</summary>
    public abstract Task ScrubAsync(CancellationToken cancellationToken);

    /// <summary>Runs one statement in a transaction of its own.</summary>
    /// <returns>How many rows it has touched.</returns>
    public Task<int> WriteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        WriteAsync(session => session.ExecuteAsync(sql, values), cancellationToken);

    public abstract ValueTask DisposeAsync();
}
