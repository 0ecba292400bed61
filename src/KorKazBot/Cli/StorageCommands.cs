using System.CommandLine;
using System.Globalization;
using KorKazBot.Configuration;
using KorKazBot.Storage;
using KorKazBot.Storage.Copies;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>backup</c>, <c>restore</c> and <c>migrate</c>: copies of what must outlive the process.</summary>
internal static class StorageCommands
{
    private const string AboutBackup = "Writes the SQLite database into a file, also while the bot runs.";

    private const string MoreBackup = """
        The file appears under its name only when it is whole and checked, and never in another's place. It holds what people wrote:
        keep it as safe as the database, and throw it away within 30 days. PostgreSQL is backed up by its own pg_dump.

        Example:
          korkazbot backup backups/monday.db
        """;

    private const string AboutRestore = "Puts a backup in the place of the SQLite database; stop the bot first.";

    private const string MoreRestore = """
        The backup is checked before anything is changed, and what was there is kept beside the database under another name.

        Example:
          korkazbot restore backups/monday.db
        """;

    private const string AboutMigrate = "Moves everything from the SQLite database to PostgreSQL; stop the bot first.";

    private const string MoreMigrate = """
        Storage:Provider and Storage:ConnectionString name the PostgreSQL database, as for "serve" afterwards. All is copied in one
        transaction, read back and compared; until a bot has started on it, the same command may be run again.

        Example:
          Storage__Provider=Postgres Storage__ConnectionString="Host=…;Database=…" korkazbot migrate --from data/korkazbot.db
        """;

    /// <summary>The three verbs.</summary>
    public static IEnumerable<Command> Create(StandardStreams streams, CommonOptions common)
    {
        var target = new Argument<string>("FILE") { Description = "The backup to write; there must be no such file." };
        var backup = new Verb("backup", AboutBackup, MoreBackup) { target };
        backup.SetAction((parsed, stop) => RunAsync(() => BackUpAsync(streams, common.Read(parsed), parsed.GetRequiredValue(target), stop)));

        var source = new Argument<string>("FILE") { Description = "The backup to take." };
        var restore = new Verb("restore", AboutRestore, MoreRestore) { source };
        restore.SetAction((parsed, stop) => RunAsync(() => RestoreAsync(streams, common.Read(parsed), parsed.GetRequiredValue(source), stop)));

        var from = new Option<string>("--from")
        {
            Description = "The SQLite database.",
            HelpName = "FILE",
            DefaultValueFactory = _ => new StorageOptions().ConnectionString,
        };
        var migrate = new Verb("migrate", AboutMigrate, MoreMigrate) { from };
        migrate.SetAction((parsed, stop) => RunAsync(() => MigrateAsync(streams, common.Read(parsed), parsed.GetRequiredValue(from), stop)));
        return [backup, restore, migrate];
    }

    private static async Task BackUpAsync(StandardStreams streams, Settings settings, string file, CancellationToken stop)
    {
        var report = await StoreBackup.WriteAsync(settings.Storage, file, stop);
        WriteRows(streams, report.Rows);
        streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up to {report.File}: {report.Bytes:N0} bytes."));
    }

    private static async Task RestoreAsync(StandardStreams streams, Settings settings, string file, CancellationToken stop)
    {
        var report = await StoreBackup.RestoreAsync(settings.Storage, file, TimeProvider.System, stop);
        WriteRows(streams, report.Rows);
        streams.Out.WriteLine($"Restored {report.File}.");
        if (report.PutAside is { } old) streams.Out.WriteLine($"What was there is {old}; it still holds what people wrote.");
    }

    private static async Task MigrateAsync(StandardStreams streams, Settings settings, string from, CancellationToken stop)
    {
        if (settings.Storage.Provider != StorageProvider.Postgres)
        {
            throw new StorageProblemException(
                "Where to move to isn't said. Set Storage__Provider=Postgres and Storage__ConnectionString in the environment.");
        }

        using var line = new ProgressLine(streams, "rows copied", total: 0);
        var report = await StoreMigration.RunAsync(new StorageOptions { ConnectionString = from }, settings.Storage, new Rows(line), stop);
        foreach (var table in report.Tables)
            streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name,-16} {table.Rows,10:N0}  {table.Checksum}"));
        streams.Out.WriteLine(report.WasThere ? "Both databases hold the same already; nothing was copied." : "Moved; both databases hold the same.");
    }

    private static void WriteRows(StandardStreams streams, IReadOnlyDictionary<string, long> rows)
    {
        foreach (var (table, count) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
            streams.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table,-16} {count,10:N0}"));
    }

    private static async Task<int> RunAsync(Func<Task> copy)
    {
        try
        {
            await copy();
            return ExitCode.Done;
        }
        catch (StorageProblemException problem)
        {
            throw new UserError(ExitCode.BadInput, problem.Message);
        }
    }

    // No table has more rows than a progress line can count to.
    private sealed class Rows(ProgressLine line) : IProgress<long>
    {
        public void Report(long value) => line.Report((int)Math.Min(value, int.MaxValue));
    }
}
