using DbUp;
using DbUp.Postgresql;
using KorKazBot.Storage.Databases;
using Npgsql;

namespace KorKazBot.Storage.Postgres;

/// <summary>Reads the connection string, checks the server, and upgrades the schema, one process at a time.</summary>
internal static class PostgresStart
{
    /// <summary>Stands in the table of marks while the database is nothing but a copy; a bot that starts on it takes it away.</summary>
    public const string CopyMark = "copied";

    private const string Name = "korkazbot";

    /// <summary>The pool of connections that a connection string describes, and the database as people are told it.</summary>
    /// <exception cref="StorageProblemException">The string can't be read; it isn't quoted, for it may hold a password.</exception>
    public static (NpgsqlDataSource Source, string Place) Source(string connectionString)
    {
        try
        {
            var slim = new NpgsqlSlimDataSourceBuilder(connectionString).EnableTransportSecurity();
            var settings = slim.ConnectionStringBuilder;
            if (string.IsNullOrEmpty(settings.Host)) throw new ArgumentException("It names no Host.");
            settings.ApplicationName ??= Name;
            settings.IncludeErrorDetail = false;
            if (!Sets(settings, "Timeout")) settings.Timeout = 10;
            if (!Sets(settings, "Command Timeout")) settings.CommandTimeout = 10;
            if (!Sets(settings, "Maximum Pool Size")) settings.MaxPoolSize = 20;
            if (!Sets(settings, "Max Auto Prepare")) settings.MaxAutoPrepare = 50;
            var place = $"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
            return (slim.Build(), place);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new StorageProblemException(
                "Storage:ConnectionString can't be read as PostgreSQL's. Give Host=…;Database=…;Username=…;Password=…, as Npgsql names them.");
        }
    }

    /// <summary>Checks what the promises rest on, and runs the scripts that are missing.</summary>
    /// <exception cref="StorageProblemException">The server can't keep the promises, or the schema is newer than ours.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource source, string place, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await RequireAsync(connection, place, "server_encoding", "UTF8", "texts come in four alphabets. Create the database with ENCODING 'UTF8'.");
        await RequireAsync(connection, place, "transaction_read_only", "off", "it takes no writes. Name the primary server.");
        await RefuseAsync(connection, place, "synchronous_commit", "off", "a confirmed write could be lost. Set it to on for this database or role.");

        // Replicas that start together upgrade one after another.
        await using var turn = connection.CreateCommand();
        turn.CommandText = $"SELECT pg_advisory_lock({PostgresPresence.LockClass}, 0)";
        turn.CommandTimeout = 120;
        await turn.ExecuteNonQueryAsync(cancellationToken);
        var target = DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .JournalToPostgresqlTable(null, SchemaUpgrade.Journal);
        SchemaUpgrade.Run(target, StorageProvider.Postgres, place);
        turn.CommandText = $"SELECT pg_advisory_unlock({PostgresPresence.LockClass}, 0)";
        await turn.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What a start is told when the server doesn't answer or doesn't let us in.</summary>
    public static StorageProblemException OutOfReach(string place, Exception exception) =>
        new($"{place} can't be used: {exception.Message} Start it, or mend Storage:ConnectionString.", exception);

    private static bool Sets(NpgsqlConnectionStringBuilder settings, string key) => settings.ShouldSerialize(key);

    private static async Task RequireAsync(NpgsqlConnection connection, string place, string setting, string wanted, string why)
    {
        var value = await ShowAsync(connection, setting);
        if (value != wanted) throw new StorageProblemException($"{place} has {setting} = {value}, but {why}");
    }

    private static async Task RefuseAsync(NpgsqlConnection connection, string place, string setting, string unwanted, string why)
    {
        var value = await ShowAsync(connection, setting);
        if (value == unwanted) throw new StorageProblemException($"{place} has {setting} = {value}: {why}");
    }

    private static async Task<string> ShowAsync(NpgsqlConnection connection, string setting)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT current_setting('{setting}')";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
