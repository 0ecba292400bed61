using System.Text.Json.Nodes;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

/// <summary>Once each, in time, and never silent.</summary>
public sealed class DeliveryTests
{
    private const string Again = "I have answered that already.";

    [Fact]
    public async Task The_same_interaction_twenty_times_at_once_has_one_effect()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        var help = FakeDiscordInteraction.Command("help");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.SendAsync((JsonObject)help.DeepClone())));

        Assert.Single(answers, answer => Content(answer) != Again);
        await EventuallyAsync(() => bot.Store.Unfinished.Count == 0);
    }

    [Fact]
    public async Task A_repeat_after_a_restart_has_no_effect()
    {
        var store = new FakeDiscordStore();
        var help = FakeDiscordInteraction.Command("help");
        await using (var first = await FakeDiscordHost.StartAsync(store: store)) Assert.NotEqual(Again, Content(await first.SendAsync(help)));
        await using var second = await FakeDiscordHost.StartAsync(store: store);

        Assert.Equal(Again, Content(await second.SendAsync(help)));
    }

    [Fact]
    public async Task With_the_store_out_people_are_answered_and_repeats_are_still_known()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        bot.Store.Mood = () => throw new StoreUnavailableException("the disk is full", new IOException());
        var help = FakeDiscordInteraction.Command("help");

        Assert.NotEqual(Again, Content(await bot.SendAsync(help)));
        Assert.Equal(Again, Content(await bot.SendAsync(help)));
        Assert.Contains("the disk is full", bot.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_hangs_costs_less_than_Discords_patience()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        bot.Store.Mood = () => Task.Delay(Timeout.Infinite);

        var answer = await bot.SendAsync(FakeDiscordInteraction.Command("help")).WaitAsync(TimeSpan.FromSeconds(3));

        Assert.NotEqual("", Content(answer));
    }

    [Fact]
    public async Task A_slow_answer_is_announced_and_brought_later()
    {
        using var search = new SlowSearch();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await FakeDiscordHost.StartAsync(time: time, retriever: search);

        var answering = bot.SendAsync(FakeDiscordInteraction.Command("ask", ("question", "How many companies?")));
        await PassAsync(time, () => answering.IsCompleted);
        var announced = await answering;
        search.Go();
        await PassAsync(time, () => bot.Discord.Calls.Any(call => call.Method == "PATCH"));

        Assert.Equal(5, (int)announced["type"]!);
        Assert.Equal(64, (int)announced["data"]!["flags"]!);
        var brought = await bot.Discord.WaitForAsync("PATCH", "/messages/@original");
        Assert.Null(brought.Authorization);
        Assert.Contains("content", brought.Body, StringComparison.Ordinal);
        await EventuallyAsync(() => bot.Store.Unfinished.Count == 0);
        Assert.Empty(bot.Store.Buried);
        Assert.Empty(bot.Discord.Violations);
    }

    [Theory]
    [InlineData(404, """{"message":"Unknown Webhook","code":10015}""")]
    [InlineData(404, """{"message":"Unknown interaction","code":10062}""")]
    [InlineData(400, """{"message":"Interaction has already been acknowledged.","code":40060}""")]
    public async Task A_late_answer_that_Discord_refuses_is_recorded_and_not_repeated(int status, string body)
    {
        await using var bot = await LateAsync(TimeSpan.FromMinutes(1), fake => fake.Refuse("@original", status, body));

        await EventuallyAsync(() => !bot.Store.Buried.IsEmpty);
        Assert.Contains($"{status}", bot.Store.Buried.Single().Reason, StringComparison.Ordinal);
        Assert.Single(bot.Discord.Calls, call => call.Method == "PATCH");
    }

    [Fact]
    public async Task What_a_process_that_died_has_left_is_brought_within_fourteen_minutes()
    {
        await using var bot = await LateAsync(TimeSpan.FromMinutes(13), _ => { });

        var brought = await bot.Discord.WaitForAsync("PATCH", "/webhooks/900000000000000001/late-token/messages/@original");

        Assert.Contains("300 Korean companies", brought.Body, StringComparison.Ordinal);
        await EventuallyAsync(() => bot.Store.Unfinished.Count == 0);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task What_was_left_longer_ago_has_expired()
    {
        await using var bot = await LateAsync(TimeSpan.FromMinutes(15), _ => { });

        await EventuallyAsync(() => !bot.Store.Buried.IsEmpty);
        Assert.Equal("expired", bot.Store.Buried.Single().Reason);
        Assert.DoesNotContain(bot.Discord.Calls, call => call.Method == "PATCH");
    }

    [Fact]
    public async Task No_secret_is_logged()
    {
        await using var bot = (await FakeDiscordHost.StartAsync()).Run();
        var command = FakeDiscordInteraction.Command("ask", ("question", "who-is-this-secret-question?"));
        bot.Discord.Refuse("applications/@me", 500);
        await bot.SendAsync(command);
        await bot.Discord.WaitForAsync("PUT", "commands");

        Assert.NotEqual("", bot.Log.All);
        Assert.DoesNotContain(FakeDiscord.Token, bot.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain((string)command["token"]!, bot.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-question", bot.Log.All, StringComparison.Ordinal);
    }

    // A process that took an interaction on, and died; then another one.
    private static async Task<FakeDiscordHost> LateAsync(TimeSpan ago, Action<FakeDiscord> prepare)
    {
        var store = new FakeDiscordStore();
        var ask = FakeDiscordInteraction.Command("ask", ("question", "How many Korean companies work in Kazakhstan?")).With("token", "late-token");
        var id = new EventId("discord", FakeDiscordInteraction.Application, $"i:{ask["id"]}");
        await store.AddAsync([new InboundEvent(id, "7", "interaction", ask.ToJsonString(), TimeProvider.System.GetUtcNow() - ago)], default);
        var bot = await FakeDiscordHost.StartAsync(store: store);
        prepare(bot.Discord);
        return bot.Run();
    }

    private static async Task PassAsync(FakeTimeProvider time, Func<bool> isDone)
    {
        for (var i = 0; i < 3000 && !isDone(); i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(5);
        }
    }

    private static async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 3000 && !isSo(); i++) await Task.Delay(10);
        Assert.True(isSo());
    }

    private static string Content(JsonNode answer) => (string)answer["data"]!["content"]!;

    private sealed class SlowSearch : IPassageRetriever, IDisposable
    {
        private readonly ManualResetEventSlim _may = new();

        public void Go() => _may.Set();

        public Retrieval Retrieve(RetrievalQuery query, int limit)
        {
            _may.Wait();
            return Retrieval.Empty;
        }

        public void Dispose() => _may.Dispose();
    }
}
