using System.Threading.Channels;
using KorKazBot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>
/// The only writer of a file: takes whatever waits, runs each piece in a savepoint of its own, and makes all durable by one commit. So writers
/// never meet a lock, and many share the price of a sync. Nobody waits for company: a piece that comes alone is committed alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostInOneCommit = 200;
    private const string Savepoint = "piece";

    private readonly Channel<SqliteWork> _waiting = Channel.CreateUnbounded<SqliteWork>(new() { SingleReader = true });
    private readonly SqliteFile _file;
    private readonly SqliteLock _held;
    private readonly Task _loop;
    private SqliteConnection? _connection;
    private long _commits;

    public SqliteWriter(SqliteFile file, SqliteLock held, SqliteConnection connection)
    {
        (_file, _held, _connection) = (file, held, connection);
        _commits = SqliteStart.Commits(connection);
        held.Note(_commits);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Runs work in a transaction; ends when it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new SqliteWork.Piece<T>(work, cancellationToken), cancellationToken);

    /// <summary>Runs work between transactions.</summary>
    public Task<T> RunAloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new SqliteWork.Alone<T>(work), cancellationToken);

    /// <summary>Does what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _connection?.Dispose();
    }

    private async Task<T> EnqueueAsync<T>(SqliteWork.Of<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(work), this);
        return await work.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        var batch = new List<SqliteWork>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var work)) batch.Add(work);
            try
            {
                await CommitAsync(batch);
            }
            catch (SqliteException exception)
            {
                Fail(batch, SqliteErrors.Unavailable(_file, exception));
            }
            catch (Exception exception)
            {
                // The transaction is gone in a way that nobody foresaw: whoever waits must hear of it, and the writer must live on.
                Fail(batch, exception);
            }

            batch.Clear();
        }
    }

    private async Task CommitAsync(List<SqliteWork> batch)
    {
        var connection = _connection ??= Reopen();
        foreach (var alone in batch.Where(work => work.IsAlone)) alone.Run(connection);
        var pieces = batch.Where(work => work is { IsAlone: false, IsCancelled: false }).ToList();
        if (pieces.Count == 0) return;

        using var transaction = connection.BeginTransaction(deferred: false);
        var session = new Session(connection, transaction, CancellationToken.None);
        foreach (var piece in pieces)
        {
            transaction.Save(Savepoint);
            if (!await piece.TryRunAsync(session)) transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
        }

        await session.ExecuteAsync("UPDATE commits SET count = count + 1");
        transaction.Commit();
        _commits++;
        Note();
        foreach (var piece in pieces) piece.Complete();
    }

    private void Note()
    {
        try
        {
            _held.Note(_commits);
        }
        catch (IOException)
        {
            // The commit is durable; a note that is behind only makes the next start's check weaker.
        }
    }

    // A full or failing disk may have ended the transaction half-way, so the next batch gets a connection that knows nothing of it.
    private void Fail(List<SqliteWork> batch, Exception exception)
    {
        _connection?.Dispose();
        _connection = null;
        foreach (var work in batch) work.Fail(exception);
    }

    private SqliteConnection Reopen()
    {
        var connection = _file.Connect(SqliteOpenMode.ReadWrite);
        try
        {
            SqliteStart.Prepare(connection);
            _commits = SqliteStart.Commits(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
