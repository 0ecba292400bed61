using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramPollerTests : PollerTest
{
    [Fact]
    public async Task Updates_are_stored_handed_on_in_order_and_confirmed_at_the_end()
    {
        Telegram.Updates.Add(5);
        Telegram.Updates.Add(6, text: "another");
        var polling = Poll();

        Assert.Equal(("u:5", "7", "message"), Told(await NextAsync()));
        Assert.Equal(("u:6", "7", "message"), Told(await NextAsync()));
        Telegram.Updates.Add(9);
        var last = await NextAsync();
        await StopAsync(polling);

        Assert.Equal(new EventId("telegram", FakeTelegram.BotId, "u:9"), last.Id);
        Assert.Contains("hello", last.Payload, StringComparison.Ordinal);
        Assert.Equal(Time.GetUtcNow(), last.ReceivedAt);
        Assert.Equal(3, Inbox.Known);
        Assert.Empty(Telegram.Updates.Pending);
        Assert.All(Telegram.CallsOf("getUpdates"), call => Assert.Equal(4, call["allowed_updates"]!.AsArray().Count));
        Assert.Equal((25, 100), ((int)Telegram.CallsOf("getUpdates").First()["timeout"]!, (int)Telegram.CallsOf("getUpdates").First()["limit"]!));
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_the_store_does_not_hold()
    {
        Inbox.Fail(calls: 2);
        Telegram.Updates.Add(5);
        var polling = Poll();

        Assert.Equal(TimeSpan.FromSeconds(0.5), await Time.NextWaitAsync());
        Assert.Equal([5], Telegram.Updates.Pending);
        Time.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(TimeSpan.FromSeconds(1), await Time.PassAsync());
        Assert.Equal("u:5", (await NextAsync()).Id.Key);
        await StopAsync(polling);
        Assert.Equal(2, Troubles.Count);
    }

    [Fact]
    public async Task An_update_that_comes_again_is_handed_on_once()
    {
        Telegram.Next("getUpdates", new FakeTelegramAnswer(200, $$"""{"ok":true,"result":[{{FakeTelegramUpdates.Message(5, 7, "a")}}]}"""));
        Telegram.Updates.Add(5);
        Telegram.Updates.Add(6);
        await Inbox.AddAsync([new(new("telegram", FakeTelegram.BotId, "u:6"), "7", "message", "{}", default)], default);
        Telegram.Next("getUpdates", FakeTelegramFault.HalfBody);
        Telegram.Updates.Add(7);
        var polling = Poll();

        Assert.Equal("u:5", (await NextAsync()).Id.Key);
        await Time.PassAsync();
        Assert.Equal("u:7", (await NextAsync()).Id.Key);
        await StopAsync(polling);
        Assert.False(HasMore);
    }

    [Fact]
    public async Task Malformed_updates_are_buried_and_the_rest_goes_on()
    {
        Telegram.Updates.Add(
            (1, """{"update_id":1,"message":"text"}"""),
            (2, """{"update_id":2,"message":{"message_id":1,"date":1}}"""),
            (3, """{"update_id":3,"callback_query":{"id":"\ud800"}}"""),
            (4, """{"update_id":4,"poll_answer":{"poll_id":"1","option_ids":[]}}"""),
            (5, """{"update_id":5,"business_of_2031":{}}"""));
        Telegram.Updates.Add(6);
        var polling = Poll();

        Assert.Equal("u:6", (await NextAsync()).Id.Key);
        await StopAsync(polling);
        Assert.Equal(["u:1", "u:2", "u:3", "u:5"], Inbox.Buried.Select(each => each.Letter.Id.Key));
        Assert.Empty(Telegram.Updates.Pending);
    }

    [Fact]
    public async Task Updates_that_cannot_be_confirmed_do_not_spin()
    {
        Telegram.Updates.AddWithoutId("""{"message":{}}""");
        Telegram.Updates.AddWithoutId("17");
        var polling = Poll();

        Assert.Equal(TimeSpan.FromSeconds(0.5), await Time.PassAsync());
        Assert.Equal(TimeSpan.FromSeconds(1), await Time.NextWaitAsync());
        await StopAsync(polling);
        Assert.Equal(2, Inbox.Buried.Count);
        Assert.Equal(2, Telegram.CallsOf("getUpdates").Count());
    }

    [Fact]
    public async Task After_a_quiet_time_ids_may_start_anywhere()
    {
        Telegram.Updates.Add(900);
        var polling = Poll();
        await NextAsync();
        await FakeTelegramHost.UntilAsync(() => Telegram.Updates.IsWaitedFor);
        Time.Clock.Advance(TimeSpan.FromSeconds(25));
        await FakeTelegramHost.UntilAsync(() => Telegram.CallsOf("getUpdates").Count() == 3);
        Telegram.Updates.Add(4);

        Assert.Equal("u:4", (await NextAsync()).Id.Key);
        await StopAsync(polling);
    }

    private static (string Key, string Lane, string Kind) Told(InboundEvent each) => (each.Id.Key, each.Lane, each.Kind);
}
