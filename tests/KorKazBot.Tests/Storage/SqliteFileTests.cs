using System.Diagnostics;
using System.Globalization;
using System.Text;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace KorKazBot.Tests.Storage;

/// <summary>What only a file can suffer.</summary>
public sealed class SqliteFileTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PersonKey Ann = new PersonKeys(new byte[32]).Of("telegram", "1111111");

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_who_is_forgotten_is_in_no_byte_of_the_files()
    {
        const string Marker = "MarkerOfAnnsQuestion";
        await using var stores = await OpenAsync();
        for (var i = 0; i < 300; i++)
        {
            var cause = new EventId("telegram", "1", $"u:{i}");
            await stores.Feedback.VoteAsync(new Vote(Ann, $"answer {i}", "p.1", Verdict.Helpful), None);
            await stores.HandOffs.OpenAsync(new HandOffRequest(cause, Ann, new ChatId("telegram", "1111111"), "", $"{Marker} {i}", default), None);
            await stores.Feedback.VoteAsync(new Vote(new PersonKey($"other {i}"), "answer", "p.1", Verdict.Helpful), None);
        }

        Assert.NotEqual(0, Count(Marker));
        await stores.PersonalData.ForgetAsync(new KeptPerson(Ann, new PlatformUser("telegram", "1111111"), null), None);

        Assert.Equal(0, Count(Marker));
        Assert.Equal(0, Count(Ann.Value));
        Assert.Equal(300, (await stores.Feedback.CountAsync(1, None))[0].Helpful);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_promised_that_isnt_kept_and_it_recovers()
    {
        await using var stores = await OpenAsync();
        await LimitAsync(stores, 60);
        var kept = new List<string>();
        var refused = 0;
        for (var i = 0; i < 400; i++)
        {
            var told = Event(i, payload: new string('x', 1000));
            try
            {
                await stores.Inbox.AddAsync([told], None);
                kept.Add(told.Id.Key);
            }
            catch (StoreUnavailableException exception)
            {
                Assert.Contains("the disk is full", exception.Message, StringComparison.Ordinal);
                refused++;
                if (refused < 50) await LimitAsync(stores, 60);
            }

            if (refused == 50) break;
        }

        Assert.Equal(50, refused);
        Assert.Equal(kept, await KeysAsync(stores));

        await LimitAsync(stores, 100_000);
        Assert.Single(await stores.Inbox.AddAsync([Event(1000)], None));
    }

    [Fact]
    public async Task A_lock_that_another_program_keeps_too_long_is_told_and_got_over()
    {
        await using var stores = await OpenAsync();
        using (var foreign = OpenForeign())
        {
            Run(foreign, "BEGIN IMMEDIATE");
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => stores.Inbox.AddAsync([Event(1)], None));
            Assert.Contains("another program", refused.Message, StringComparison.Ordinal);
            Assert.Empty(await KeysAsync(stores));
            Run(foreign, "ROLLBACK");
        }

        Assert.Single(await stores.Inbox.AddAsync([Event(1)], None));
    }

    /// <summary>KORKAZBOT_STRESS_SECONDS makes it longer.</summary>
    [Fact]
    public async Task Eight_writers_readers_and_another_program_never_meet_a_busy_database()
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable("KORKAZBOT_STRESS_SECONDS") ?? "3", CultureInfo.InvariantCulture);
        await using var stores = await OpenAsync();
        var stop = Stopwatch.StartNew();
        var written = new int[8];
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (; stop.Elapsed.TotalSeconds < seconds; written[writer]++)
                await stores.Feedback.VoteAsync(new Vote(new PersonKey($"{writer}"), $"{written[writer]}", "p.1", Verdict.Helpful), None);
        }));
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (stop.Elapsed.TotalSeconds < seconds) await stores.Feedback.CountAsync(1, None);
        }));
        var other = Task.Run(async () =>
        {
            using var foreign = OpenForeign();
            for (; stop.Elapsed.TotalSeconds < seconds; await Task.Delay(50)) Run(foreign, "BEGIN IMMEDIATE; DELETE FROM outbox; COMMIT");
        });

        await Task.WhenAll([.. writers, .. readers, other]);

        Assert.Equal(written.Sum(), (await stores.Feedback.CountAsync(1, None))[0].Helpful);
        output.WriteLine($"{written.Sum() / seconds:N0} votes/s by 8 writers, each durable");
    }

    [Fact]
    public async Task A_commit_alone_waits_for_nobody()
    {
        await using var stores = await OpenAsync();
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await stores.Feedback.VoteAsync(new Vote(Ann, $"{i}", "p.1", Verdict.Helpful), None);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"one commit: p50 {times[100]:F2} ms, p99 {times[198]:F2} ms");
    }

    [Fact]
    public async Task What_was_accepted_before_closing_is_durable()
    {
        var stores = await OpenAsync();
        var writes = Enumerable.Range(0, 500).Select(i => stores.Inbox.AddAsync([Event(i)], None)).ToList();
        await stores.DisposeAsync();
        await Task.WhenAll(writes);

        await using var again = await OpenAsync();
        Assert.Equal(500, (await KeysAsync(again)).Count);
    }

    private static InboundEvent Event(int i, string payload = "{}") =>
        new(new EventId("telegram", "1", $"u:{i}"), "chat", "message", payload, TimeProvider.System.GetUtcNow());

    private static async Task<List<string>> KeysAsync(Stores stores) =>
        await stores.Database.ReadAsync(session => session.QueryAsync("SELECT event_key FROM inbox ORDER BY seq", row => row.GetString(0)), None);

    // SQLite reports a file at its limit as a full disk.
    private static Task<int> LimitAsync(Stores stores, int pages) => stores.Database.WriteAsync($"PRAGMA max_page_count = {pages}", None);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<Stores> OpenAsync() => Stores.OpenAsync(new StorageOptions { ConnectionString = Database }, TimeProvider.System, None);

    private SqliteConnection OpenForeign()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Default Timeout=30");
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 30000");
        return connection;
    }

    private int Count(string needle)
    {
        var files = Directory.EnumerateFiles(_folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal));
        return files.Sum(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd().Split(needle).Length - 1;
        });
    }
}
