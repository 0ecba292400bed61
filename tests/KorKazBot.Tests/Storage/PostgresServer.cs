using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace KorKazBot.Tests.Storage;

/// <summary>
/// A PostgreSQL server of the tests' own: made once a run from the machine's binaries, on a loopback port, in a temporary folder. It ends
/// with the test process, however that ends: it lives as long as the pipe to it.
/// </summary>
internal sealed class PostgresServer
{
    private const string Install = "/usr/lib/postgresql";
    private const string User = "korkazbot";
    private const string Nobody = "65534";
    private const string Template = "template_of_tests";

    private const string Script =
        """
        "$BIN/initdb" -D "$DIR/data" -U "$USER" -A scram-sha-256 --pwfile="$DIR/password" -E UTF8 --locale=C -N > "$DIR/initdb.log" 2>&1 || exit 1
        "$BIN/postgres" -D "$DIR/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
            -c max_connections=200 > "$DIR/server.log" 2>&1 &
        cat > /dev/null
        kill -INT $!
        wait $!
        rm -rf "$DIR"
        """;

    private static readonly Lazy<Task<PostgresServer?>> Shared = new(StartAsync);
    private static int _databases;

    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly StreamWriter _pipe;

    private PostgresServer(NpgsqlConnectionStringBuilder settings, StreamWriter pipe) => (_settings, _pipe) = (settings, pipe);

    /// <summary>Why there is none, where there is none.</summary>
    public static string Absence => $"There is no PostgreSQL under {Install}: the tests named _where_postgres_is did nothing. Install postgresql.";

    /// <summary>The server; null where the machine has no PostgreSQL.</summary>
    public static Task<PostgresServer?> FindAsync() => Shared.Value;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = name, Pooling = true }.ToString();
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    public async Task RunAsync(string sql)
    {
        await using var source = new NpgsqlSlimDataSourceBuilder(_settings.ConnectionString).Build();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer?> StartAsync()
    {
        var binaries = Directory.Exists(Install)
            ? Directory.EnumerateFiles(Install, "initdb", SearchOption.AllDirectories).Order().LastOrDefault()
            : null;
        if (binaries is null) return null;

        var folder = Directory.CreateTempSubdirectory("korkazbot-postgres-");
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "password"), password);
        var port = FreePort();
        var shell = Start(folder.FullName, Path.GetDirectoryName(binaries)!, port);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = password,
            Database = "postgres",
            Pooling = false,

            // The machine may be busy with other tests.
            Timeout = 60,
            CommandTimeout = 60,
        };
        var server = new PostgresServer(settings, shell.StandardInput);
        await server.WaitAsync(folder.FullName);
        await server.RunAsync($"CREATE DATABASE {Template}");
        return server;
    }

    // PostgreSQL refuses to run as root.
    private static Process Start(string folder, string binaries, int port)
    {
        List<string> command = ["sh", "-c", Script];
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", folder]);
            chown.WaitForExit();
            command.InsertRange(0, ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"]);
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true };
        start.Environment["BIN"] = binaries;
        start.Environment["DIR"] = folder;
        start.Environment["USER"] = User;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(string folder)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await RunAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (started.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException($"PostgreSQL doesn't start; see {folder}/*.log.", exception);
            }
        }
    }
}
