using System.Net.Sockets;
using KorKazBot.Engine.Delivery;
using Npgsql;

namespace KorKazBot.Storage.Postgres;

/// <summary>Which of PostgreSQL's errors are the server's, and which are ours.</summary>
internal static class PostgresErrors
{
    /// <summary>Whether the server can't work now, whatever was asked of it.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable } => true,

        // Connection, rollback, resources, operator, system and internal errors, by class.
        PostgresException postgres => postgres.SqlState[..2] is "08" or "40" or "53" or "57" or "58" or "XX",
        NpgsqlException or TimeoutException or SocketException or IOException => true,
        _ => false,
    };

    /// <summary>Whether the same work may succeed at once: after a deadlock or a conflict, or on a fresh connection.</summary>
    public static bool IsWorthRepeating(Exception exception) => IsRolledBack(exception) || exception is NpgsqlException { IsTransient: true };

    /// <summary>Whether the server said that it rolled back, so that repeating is safe even where the commit was sent.</summary>
    public static bool IsRolledBack(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>What callers are told.</summary>
    public static StoreUnavailableException Unavailable(string place, Exception exception) => new($"{place}: {exception.Message}", exception);
}
