using System.Data.Common;
using KorKazBot.Storage.Databases;
using KorKazBot.Storage.Postgres;
using KorKazBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KorKazBot.Storage.Copies;

/// <summary>Moves everything from a SQLite database to a PostgreSQL one.</summary>
public static class StoreMigration
{
    /// <summary>
    /// Copies every row in one transaction, reads all back and compares. It can be run again: as long as no bot has started on the target, a
    /// later run replaces the copy; where both hold the same it does nothing.
    /// </summary>
    /// <param name="from">The SQLite database, which no bot may have open.</param>
    /// <param name="destination">The PostgreSQL database: empty, or a copy made before.</param>
    /// <param name="progress">Told the number of rows copied, now and then; null: nobody is told.</param>
    /// <param name="cancellationToken">Stops; the target stays as it was.</param>
    /// <exception cref="StorageProblemException">One of them can't be used, or the target holds something else. The target stays as it was.</exception>
    public static async Task<MigrationReport> RunAsync(
        StorageOptions from, StorageOptions destination, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(destination);
        if (from.Provider != StorageProvider.Sqlite || destination.Provider != StorageProvider.Postgres)
            throw new StorageProblemException("Only a SQLite database can be moved, and only to PostgreSQL.");

        var file = SqliteFile.Of(from.ConnectionString);
        if (!File.Exists(file.Path)) throw new StorageProblemException($"There is no database {file.Path} to move.");
        using var held = SqliteLock.Take(file);
        using var source = SqliteStart.Open(file, held);
        var (target, place) = PostgresStart.Source(destination.ConnectionString);
        await using (target)
        {
            try
            {
                await PostgresStart.PrepareAsync(target, place, cancellationToken);
                await using var connection = await target.OpenConnectionAsync(cancellationToken);
                return await CopyAsync(source, connection, place, progress, cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException || PostgresErrors.IsUnavailable(exception))
            {
                throw PostgresStart.OutOfReach(place, exception);
            }
        }
    }

    private static async Task<MigrationReport> CopyAsync(
        SqliteConnection source, NpgsqlConnection target, string place, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = await target.BeginTransactionAsync(cancellationToken);

        // A bot that starts now waits until the copy is there.
        await RunAsync(target, "LOCK TABLE marks IN ACCESS EXCLUSIVE MODE", cancellationToken);
        var before = await SumsAsync(target, cancellationToken);
        var wanted = await SumsAsync(source, cancellationToken);
        if (before.SequenceEqual(wanted)) return new MigrationReport(wanted, WasThere: true);
        if (before.Any(table => table.Rows > 0) && !await IsCopyAsync(target, cancellationToken))
        {
            throw new StorageProblemException(
                $"{place} holds data that isn't a copy, or a bot has started on it. Nothing was changed. Name an empty database.");
        }

        var copied = 0L;
        await RunAsync(target, "ALTER TABLE audit DISABLE TRIGGER USER", cancellationToken);
        foreach (var (table, number) in StoredTables.All)
        {
            await RunAsync(target, $"DELETE FROM {table}", cancellationToken);
            copied += await CopyAsync(table, source, target, rows => progress?.Report(copied + rows), cancellationToken);
            if (number is not null) await RunAsync(target, NextNumber(table, number), cancellationToken);
        }

        await RunAsync(target, "ALTER TABLE audit ENABLE TRIGGER USER", cancellationToken);
        await RunAsync(target, $"INSERT INTO marks (name) VALUES ('{PostgresStart.CopyMark}') ON CONFLICT DO NOTHING", cancellationToken);
        var after = await SumsAsync(target, cancellationToken);
        if (!after.SequenceEqual(wanted)) throw new StorageProblemException($"{place} has taken in other rows than it was given. Nothing was changed.");
        await transaction.CommitAsync(cancellationToken);
        progress?.Report(copied);
        return new MigrationReport(after, WasThere: false);
    }

    private static async Task<long> CopyAsync(
        string table, SqliteConnection source, NpgsqlConnection target, Action<long> onProgress, CancellationToken cancellationToken)
    {
        const int Now = 1000;
        await using var command = source.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var columns = string.Join(", ", Enumerable.Range(0, row.FieldCount).Select(row.GetName));
        await using var importer = await target.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        var rows = 0L;
        while (await row.ReadAsync(cancellationToken))
        {
            await importer.StartRowAsync(cancellationToken);
            for (var i = 0; i < row.FieldCount; i++)
            {
                if (await row.IsDBNullAsync(i, cancellationToken)) await importer.WriteNullAsync(cancellationToken);
                else if (row[i] is long number) await importer.WriteAsync(number, cancellationToken);
                else await importer.WriteAsync(StoredText.Of(row.GetString(i)), cancellationToken);
            }

            if (++rows % Now == 0) onProgress(rows);
        }

        await importer.CompleteAsync(cancellationToken);
        return rows;
    }

    private static async Task<List<TableCopy>> SumsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var sums = new List<TableCopy>();
        foreach (var (table, _) in StoredTables.All)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            sums.Add(await TableSum.OfAsync(table, reader, cancellationToken));
        }

        return sums;
    }

    private static async Task<bool> IsCopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM marks WHERE name = '{PostgresStart.CopyMark}'";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! == 1;
    }

    private static string NextNumber(string table, string number) =>
        $"SELECT setval(pg_get_serial_sequence('{table}', '{number}'), coalesce(max({number}), 0) + 1, false) FROM {table}";

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What was moved.</summary>
/// <param name="Tables">Each table as it is in both databases now.</param>
/// <param name="WasThere">Whether the target held the same already and nothing was copied.</param>
public sealed record MigrationReport(IReadOnlyList<TableCopy> Tables, bool WasThere);

/// <summary>A table, to be compared with its copy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Checksum">The sum of its rows' SHA-256, cut to 128 bits: 32 hexadecimal digits, the same in whatever order the rows are.</param>
public sealed record TableCopy(string Name, long Rows, string Checksum);
