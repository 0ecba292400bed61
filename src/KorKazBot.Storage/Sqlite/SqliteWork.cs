using KorKazBot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>Something that waits for the writer, and the task of whoever waits for it.</summary>
internal abstract class SqliteWork
{
    private SqliteWork()
    {
    }

    /// <summary>Whether it runs outside of a transaction.</summary>
    public abstract bool IsAlone { get; }

    /// <summary>Whether nobody waits any more and it hasn't begun.</summary>
    public virtual bool IsCancelled => false;

    /// <summary>Runs what runs alone.</summary>
    public virtual void Run(SqliteConnection connection) => throw new NotSupportedException();

    /// <summary>Runs a piece of a transaction.</summary>
    /// <returns>False where it failed by itself: the others go on.</returns>
    /// <exception cref="SqliteException">The database can't work now: none of the transaction can stay.</exception>
    public virtual Task<bool> TryRunAsync(Session session) => throw new NotSupportedException();

    /// <summary>Says that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Says that it isn't; does nothing where the end was told already.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Work with a result.</summary>
    internal abstract class Of<T> : SqliteWork
    {
        private readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends with the work.</summary>
        public Task<T> Task => _end.Task;

        /// <summary>What <see cref="Complete"/> gives.</summary>
        protected T Result { get; set; } = default!;

        public override void Complete() => _end.TrySetResult(Result);

        public override void Fail(Exception exception) => _end.TrySetException(exception);
    }

    /// <summary>A piece of a transaction.</summary>
    internal sealed class Piece<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) : Of<T>
    {
        public override bool IsAlone => false;

        public override bool IsCancelled => cancellationToken.IsCancellationRequested;

        public override async Task<bool> TryRunAsync(Session session)
        {
            try
            {
                Result = await work(session);
                return true;
            }
            catch (Exception exception) when (exception is not SqliteException sqlite || !SqliteErrors.IsUnavailable(sqlite))
            {
                Fail(exception);
                return false;
            }
        }
    }

    /// <summary>Work between transactions.</summary>
    internal sealed class Alone<T>(Func<SqliteConnection, T> work) : Of<T>
    {
        public override bool IsAlone => true;

        public override void Run(SqliteConnection connection)
        {
            Result = work(connection);
            Complete();
        }
    }
}
