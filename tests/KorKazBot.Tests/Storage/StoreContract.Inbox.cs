using KorKazBot.Engine.Delivery;
using KorKazBot.Storage;

namespace KorKazBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Only_what_is_new_is_given_back_in_its_order()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        Assert.Equal(["u:7", "u:9"], Keys(await stores.Inbox.AddAsync([Event("u:7"), Event("u:9"), Event("u:7")], None)));
        Assert.Equal(["u:8", "u:1"], Keys(await stores.Inbox.AddAsync([Event("u:9"), Event("u:8"), Event("u:7"), Event("u:1")], None)));
        Assert.Empty(await stores.Inbox.AddAsync([Event("u:1")], None));
        Assert.Single(await stores.Inbox.AddAsync([Event("u:1", bot: "2")], None));
        Assert.Single(await stores.Inbox.AddAsync([Event("u:1", platform: "discord")], None));
    }

    [Fact]
    public async Task Of_twenty_that_add_the_same_event_at_once_one_gets_it()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => stores.Inbox.AddAsync([Event("i:1"), Event("i:2")], None))));

        Assert.Equal(2, added.Sum(events => events.Count));
    }

    [Fact]
    public async Task Events_that_meet_in_other_orders_dont_stand_in_each_others_way()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        InboundEvent[] events = [.. Enumerable.Range(0, 30).Select(i => Event($"u:{i}"))];

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => stores.Inbox.AddAsync(i % 2 == 0 ? events : [.. events.Reverse()], None))));

        Assert.Equal(30, added.Sum(each => each.Count));
    }

    [Fact]
    public async Task What_wasnt_finished_is_there_after_a_restart_oldest_first()
    {
        await using (var died = await OpenAsync())
        {
            if (died is null) return;
            await died.Inbox.AddAsync([Event("u:5"), Event("u:6"), Event("u:1"), Event("u:2", bot: "2"), Event("u:3", platform: "discord")], None);
            await died.Inbox.FinishAsync(Event("u:6").Id, None);
        }

        await using var stores = (await OpenAsync())!;
        var unfinished = await stores.Inbox.UnfinishedAsync("telegram", "1", None);

        Assert.Equal([Event("u:5"), Event("u:1")], unfinished);
        Assert.Equal(["u:5", "u:1"], Keys(await stores.Inbox.UnfinishedAsync("telegram", "1", None)));
    }

    [Fact]
    public async Task A_finished_event_leaves_its_id_and_nothing_of_the_person()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Inbox.AddAsync([Event("u:5")], None);
        await stores.Inbox.FinishAsync(Event("u:5").Id, None);

        Assert.Empty(await stores.Inbox.AddAsync([Event("u:5")], None));
        Assert.Empty(await stores.Inbox.UnfinishedAsync("telegram", "1", None));
        Assert.Equal([("done", "", "", "")], await InboxAsync(stores));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_was_given_up_is_kept_with_the_reason(bool isNew)
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        if (!isNew) await stores.Inbox.AddAsync([Event("u:5")], None);
        await stores.Inbox.BuryAsync(Event("u:5"), "no chat in it", None);

        Assert.Empty(await stores.Inbox.UnfinishedAsync("telegram", "1", None));
        Assert.Empty(await stores.Inbox.AddAsync([Event("u:5")], None));
        Assert.Equal([("dead", "no chat in it", Event("u:5").Payload, "chat 1")], await InboxAsync(stores));
    }

    [Fact]
    public async Task Ids_are_known_for_48_hours_and_letters_kept_for_30_days()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Inbox.AddAsync([Event("u:1"), Event("u:2")], None);
        await stores.Inbox.FinishAsync(Event("u:1").Id, None);
        await stores.Inbox.BuryAsync(Event("u:3"), "broken", None);
        await stores.Outbox.BeginAsync(Event("u:1").Id, 0, None);

        Time.Advance(TimeSpan.FromHours(48));
        Assert.Equal((0, 0), await SweepAsync(stores));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 1), await SweepAsync(stores));
        Assert.Single(await stores.Inbox.AddAsync([Event("u:1")], None));
        Assert.Equal(["u:2", "u:1"], Keys(await stores.Inbox.UnfinishedAsync("telegram", "1", None)));

        Time.Advance(TimeSpan.FromDays(28));
        Assert.Equal((1, 0), await SweepAsync(stores));
        Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal((2, 0), await SweepAsync(stores));
    }

    [Fact]
    public async Task A_sweep_takes_thousands()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        InboundEvent[] events = [.. Enumerable.Range(0, 2500).Select(i => Event($"u:{i}"))];
        await stores.Inbox.AddAsync(events, None);
        await Task.WhenAll(events.Select(each => stores.Inbox.FinishAsync(each.Id, None)));

        Time.Advance(TimeSpan.FromHours(49));
        Assert.Equal((2500, 0), await SweepAsync(stores));
    }

    [Theory]
    [InlineData("'; DROP TABLE inbox; --")]
    [InlineData("қазақ 한국어 👨‍👩‍👧 {0} %n ${jndi:ldap://x} @chat")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("")]
    public async Task Any_text_comes_back(string payload, string? mended = null)
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Inbox.AddAsync([Event("u:1") with { Payload = payload }], None);

        Assert.Equal(mended ?? payload, Assert.Single(await stores.Inbox.UnfinishedAsync("telegram", "1", None)).Payload);
    }

    [Fact]
    public async Task Broken_text_and_long_text_come_back_too()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var endless = new string('я', 1_000_000);
        var broken = $"a{(char)0xD83D}b{(char)0xDE00}";
        await stores.Inbox.AddAsync([Event("u:1") with { Payload = broken }, Event("u:2") with { Payload = endless }], None);

        var unfinished = await stores.Inbox.UnfinishedAsync("telegram", "1", None);
        Assert.Equal(["a\uFFFDb\uFFFD", endless], unfinished.Select(each => each.Payload));
    }

    [Fact]
    public async Task Whoever_has_stopped_waiting_is_not_kept()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stores.Inbox.AddAsync([Event("u:1")], new CancellationToken(canceled: true)));

        Assert.Single(await stores.Inbox.AddAsync([Event("u:1")], None));
    }

    private static string[] Keys(IEnumerable<InboundEvent> events) => [.. events.Select(each => each.Id.Key)];

    private static async Task<(int Events, int Sends)> SweepAsync(Stores stores)
    {
        var swept = await stores.SweepAsync(None);
        return (swept.Events, swept.Sends);
    }

    private static Task<List<(string State, string Reason, string Payload, string Lane)>> InboxAsync(Stores stores) =>
        stores.Database.ReadAsync(
            session => session.QueryAsync(
                "SELECT state, reason, payload, lane FROM inbox", row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))),
            None);

    private InboundEvent Event(string key, string bot = "1", string platform = "telegram") =>
        new(new EventId(platform, bot, key), "chat 1", "message", $$"""{"text":"{{key}}"}""", _start);
}
