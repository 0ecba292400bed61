using System.Diagnostics;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage;
using KorKazBot.Storage.Copies;
using Xunit.Abstractions;

namespace KorKazBot.Tests.Storage;

public sealed class MigrationTests_where_postgres_is(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PersonKey Ann = new PersonKeys(new byte[32]).Of("telegram", "1111111");

    private readonly TemporaryFolder _folder = new();

    private StorageOptions Source => new() { ConnectionString = _folder.File("store.db") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_moves_and_the_bot_goes_on_from_there()
    {
        if (await TargetAsync() is not { } target) return;
        await FillAsync();

        var report = await StoreMigration.RunAsync(Source, target, null, None);

        Assert.False(report.WasThere);
        Assert.DoesNotContain(report.Tables, table => table.Rows == 0);
        await using var stores = await OpenAsync(target);
        Assert.Equal(["u:2"], (await stores.Inbox.UnfinishedAsync("telegram", "1", None)).Select(each => each.Id.Key));
        Assert.Empty(await stores.Inbox.AddAsync([Event("u:1")], None));
        Assert.Single(await stores.Inbox.AddAsync([Event("u:3")], None));
        Assert.Equal(SendState.Sent, (await stores.Outbox.BeginAsync(Event("u:1").Id, 0, None)).State);
        Assert.Null((await stores.ChatSettings.ReadAsync(new ChatId("telegram", "5"), None)).Language);
        Assert.Equal(["koo.1.1"], (await stores.Unanswered.ListAsync(UnansweredState.Open, 9, None))[0].Latest.Nearest.ToArray());
        Assert.Equal(2, (await stores.HandOffs.OpenAsync(Request("u:9"), None)).Id);
        await stores.Audit.AppendAsync(new ModeratorAct(Ann, "reload", "b"), None);
        Assert.Equal([2, 1], (await stores.Audit.ReadAsync(null, 9, None)).Select(record => record.Id));
        await Assert.ThrowsAnyAsync<Exception>(() => stores.Database.WriteAsync("DELETE FROM audit", None));
    }

    [Fact]
    public async Task It_can_be_run_again_until_a_bot_has_started()
    {
        if (await TargetAsync() is not { } target) return;
        await FillAsync();
        var first = await StoreMigration.RunAsync(Source, target, null, None);

        var second = await StoreMigration.RunAsync(Source, target, null, None);
        Assert.True(second.WasThere);
        Assert.Equal(first.Tables, second.Tables);

        await using (var stores = await OpenAsync(Source)) await stores.Inbox.AddAsync([Event("u:3")], None);
        var third = await StoreMigration.RunAsync(Source, target, null, None);
        Assert.False(third.WasThere);
        Assert.Equal(1, Rows(third, "inbox") - Rows(first, "inbox"));

        await using (await OpenAsync(target)) Assert.True((await StoreMigration.RunAsync(Source, target, null, None)).WasThere);
        await using (var stores = await OpenAsync(Source)) await stores.Inbox.AddAsync([Event("u:4")], None);
        var refused = await Assert.ThrowsAsync<StorageProblemException>(() => StoreMigration.RunAsync(Source, target, null, None));
        Assert.Contains("a bot has started on it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_move()
    {
        if (await TargetAsync() is not { } target) return;
        await using (var stores = await OpenAsync(Source))
        {
            await stores.Database.WriteAsync(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                INSERT INTO inbox (platform, bot, event_key, lane, kind, payload, received_at, state)
                SELECT 'telegram', '1', 'u:' || i, 'chat ' || (i % 100), 'message', '{"text":"сұрақ 질문 ' || i || '"}', i, 'pending' FROM n
                """,
                None);
        }

        var begun = Stopwatch.GetTimestamp();
        var told = new List<long>();
        var report = await StoreMigration.RunAsync(Source, target, new Told(told), None);

        Assert.Equal(100_000, Rows(report, "inbox"));
        Assert.Equal(100_000, told[^1]);
        output.WriteLine($"100,000 rows copied and compared in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
        await using var moved = await OpenAsync(target);
        var events = await moved.Inbox.UnfinishedAsync("telegram", "1", None);
        Assert.Equal(Enumerable.Range(1, 100_000).Select(i => $"u:{i}"), events.Select(each => each.Id.Key));
    }

    [Fact]
    public async Task Nothing_moves_under_a_bot_that_runs_or_from_nowhere()
    {
        if (await TargetAsync() is not { } target) return;
        await Assert.ThrowsAsync<StorageProblemException>(() => StoreMigration.RunAsync(Source, target, null, None));
        await using (await OpenAsync(Source))
            await Assert.ThrowsAsync<StorageProblemException>(() => StoreMigration.RunAsync(Source, target, null, None));
        await Assert.ThrowsAsync<StorageProblemException>(() => StoreMigration.RunAsync(target, Source, null, None));
    }

    private static async Task<StorageOptions?> TargetAsync() => await PostgresServer.FindAsync() is { } server
        ? new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = await server.CreateDatabaseAsync() }
        : null;

    private static Task<Stores> OpenAsync(StorageOptions options) => Stores.OpenAsync(options, TimeProvider.System, None);

    private static long Rows(MigrationReport report, string table) => report.Tables.Single(each => each.Name == table).Rows;

    private static InboundEvent Event(string key) =>
        new(new EventId("telegram", "1", key), "chat", "message", "{}", TimeProvider.System.GetUtcNow());

    private static HandOffRequest Request(string cause) =>
        new(new EventId("telegram", "1", cause), Ann, new ChatId("telegram", "5"), "77", "сұрақ", Language.Kazakh);

    private async Task FillAsync()
    {
        await using var stores = await OpenAsync(Source);
        await stores.Inbox.AddAsync([Event("u:1"), Event("u:2")], None);
        await stores.Inbox.FinishAsync(Event("u:1").Id, None);
        await stores.Outbox.SentAsync(Event("u:1").Id, 0, "42", None);
        await stores.ChatSettings.ChangeAsync(new ChatId("telegram", "5"), old => old with { IsOpen = true }, None);
        await stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", Verdict.Helpful), None);
        var open = new UnansweredQuestion("비자는?", Language.Korean, Band.None, ["koo.1.1"], UnansweredReason.LowConfidence);
        await stores.Unanswered.RecordAsync(open, None);
        await stores.QuestionLog.CountAsync(Language.Korean, Band.None, null, None);
        await stores.Moderators.AddAsync(new PlatformUser("telegram", "5"), None);
        await stores.Audit.AppendAsync(new ModeratorAct(Ann, "reload", "a"), None);
        await stores.HandOffs.OpenAsync(Request("u:8"), None);
    }

    private sealed class Told(List<long> rows) : IProgress<long>
    {
        public void Report(long value) => rows.Add(value);
    }
}
