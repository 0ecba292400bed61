using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;
using KorKazBot.Telegram;

namespace KorKazBot.Tests.Telegram;

/// <summary>No question is lost, none has two effects, and one chat's trouble is no other's.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";

    private readonly WatchedTime _time = new();
    private FakeTelegramHost _bot = null!;

    public async Task InitializeAsync() => _bot = await FakeTelegramHost.StartAsync(clock: _time.Clock, time: _time);

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        Assert.Empty(_bot.Telegram.Violations);
    }

    // Row 35.
    [Fact]
    public async Task The_same_update_told_twice_is_answered_once()
    {
        await _bot.RunAsync();
        var update = _bot.Telegram.Updates.Stamped(FakeTelegramUpdate.Private(Question)).ToJsonString();
        _bot.Telegram.Next("getUpdates", new FakeTelegramAnswer(200, $$"""{"ok":true,"result":[{{update}},{{update}}]}"""));
        await _bot.SayAsync(FakeTelegramUpdate.Private("/help", user: 12));
        _bot.Telegram.Next("getUpdates", new FakeTelegramAnswer(200, $$"""{"ok":true,"result":[{{update}}]}"""));
        await _bot.SayAsync(FakeTelegramUpdate.Private("/help", user: 13));
        await FakeTelegramHost.UntilAsync(() => _bot.Telegram.Chats.Messages.Count >= 3 && _bot.Store.Unfinished.Count == 0);

        Assert.Single(_bot.Telegram.Chats.Messages, message => message.Chat == 11);
    }

    [Fact]
    public async Task What_a_dead_process_left_is_answered_by_the_next()
    {
        var left = _bot.Telegram.Updates.Stamped(FakeTelegramUpdate.Private(Question));
        var id = new EventId("telegram", FakeTelegram.BotId, $"u:{left["update_id"]}");
        await _bot.Store.AddAsync([new InboundEvent(id, "11", "message", left.ToJsonString(), _time.GetUtcNow())], default);
        await _bot.Store.AddAsync([new InboundEvent(id with { Key = "u:broken" }, "11", "message", "{", _time.GetUtcNow())], default);

        await _bot.RunAsync();
        await _bot.SettledAsync();

        Assert.Equal(11, Assert.Single(_bot.Telegram.Chats.Messages).Chat);
        Assert.Equal("u:broken", Assert.Single(_bot.Store.Buried).Letter.Id.Key);
    }

    // Row 50.
    [Fact]
    public async Task A_chat_that_has_to_wait_holds_up_nobody_else()
    {
        await _bot.RunAsync();
        _bot.Telegram.Chats.TooMany(11, seconds: 60);
        _bot.Give(FakeTelegramUpdate.Private(Question), FakeTelegramUpdate.Private("/help", user: 12));
        Assert.Equal(TimeSpan.FromSeconds(60), await _time.NextWaitAsync());

        // Until all but the waiting answer is done: a call that is under way would run out of time with the clock.
        await FakeTelegramHost.UntilAsync(
            () => _bot.Telegram.Chats.Messages.Count == 1 && _bot.Telegram.Updates.Pending.Count == 0 && _bot.Store.Unfinished.Count == 1);
        Assert.Equal(12, _bot.Telegram.Chats.Messages[0].Chat);
        _time.Clock.Advance(TimeSpan.FromSeconds(60));
        await _bot.SettledAsync();
        Assert.Equal([12, 11], _bot.Telegram.Chats.Messages.Select(message => message.Chat));
        Assert.Equal(0, _bot.Telegram.Chats.EarlyRetries);
    }

    // Row 51.
    [Theory]
    [InlineData(4000, null)]
    [InlineData(0, 5.0)]
    [InlineData(-7, 5.0)]
    public async Task Odd_patience_is_given_up_or_made_sensible(int seconds, double? wait)
    {
        await _bot.RunAsync();
        _bot.Telegram.Next("sendMessage", FakeTelegramAnswer.TooMany(seconds));
        _bot.Give(FakeTelegramUpdate.Private(Question));
        if (wait is { } expected) Assert.Equal(TimeSpan.FromSeconds(expected), await _time.PassAsync());
        await _bot.SettledAsync();

        Assert.Equal(wait is null ? 1 : 0, _bot.Store.Buried.Count);
        Assert.Equal(wait is null ? 0 : 1, _bot.Telegram.Chats.Messages.Count);
    }

    // Row 54.
    [Fact]
    public async Task What_may_have_arrived_is_sent_once_more_and_counted()
    {
        await _bot.RunAsync();
        _bot.Telegram.Next("sendMessage", FakeTelegramFault.ResetAfter);
        _bot.Give(FakeTelegramUpdate.Private(Question));
        await _time.PassAsync();
        await _bot.SettledAsync();

        Assert.Equal(2, _bot.Telegram.Chats.Messages.Count);
        Assert.Equal(1, _bot.Adapter.Status.PossibleRepeats);
    }

    // Row 52.
    [Fact]
    public async Task What_Telegram_is_too_broken_for_is_a_dead_letter()
    {
        await _bot.RunAsync();
        _bot.Telegram.Next("sendMessage", Enumerable.Repeat(FakeTelegramFault.Html, 5));
        _bot.Give(FakeTelegramUpdate.Private(Question));
        for (var wait = 0; wait < 4; wait++) await _time.PassAsync();
        await _bot.SettledAsync();

        Assert.Equal("Failed: HTTP 502", Assert.Single(_bot.Store.Buried).Reason);
        Assert.Empty(_bot.Telegram.Chats.Messages);
    }

    [Fact]
    public async Task A_store_that_is_out_for_a_while_costs_nothing_but_time()
    {
        await _bot.RunAsync();
        _bot.Give(FakeTelegramUpdate.Private(Question));
        _bot.Store.Fail(calls: 2);
        _bot.Give(FakeTelegramUpdate.Private("/help", user: 12));
        await _time.PassUntilAsync(_bot.SettledAsync());

        Assert.Equal([11, 12], _bot.Telegram.Chats.Messages.Select(message => message.Chat).Order());
    }

    [Fact]
    public async Task A_flooded_lane_says_so_once_and_keeps_its_order()
    {
        await _bot.RunAsync();
        _bot.Telegram.Chats.TooMany(11, seconds: 60);
        _bot.Give(FakeTelegramUpdate.Private(Question));
        await _time.NextWaitAsync();
        for (var i = 0; i < 30; i++)
        {
            // Slowly enough for the limits.
            _time.Clock.Advance(TimeSpan.FromSeconds(0.1));
            _bot.Give(FakeTelegramUpdate.InGroup("/ask x", user: 100 + i, chat: 11));
        }

        await FakeTelegramHost.UntilAsync(() => _bot.Telegram.Updates.Pending.Count == 0);
        await _time.PassUntilAsync(_bot.SettledAsync());
        Assert.Empty(_bot.Store.Unfinished);
        Assert.InRange(_bot.Telegram.Chats.Messages.Count, 20, 22);
    }

    [Fact]
    public async Task A_stop_waits_for_answers_and_what_it_cannot_wait_for_is_left_to_the_next()
    {
        await _bot.RunAsync();
        _bot.Telegram.Chats.TooMany(11, seconds: 60);
        _bot.Give(FakeTelegramUpdate.Private(Question), FakeTelegramUpdate.Private("/help", user: 12));
        await _time.NextWaitAsync();
        await FakeTelegramHost.UntilAsync(() => _bot.Telegram.Chats.Messages.Count == 1);

        var stopping = _bot.StopAsync();
        await FakeTelegramHost.UntilAsync(() => _time.Limits.Contains(TimeSpan.FromSeconds(7)) && _bot.Telegram.Updates.Pending.Count == 0);
        Assert.False(stopping.IsCompleted);
        _time.Clock.Advance(TimeSpan.FromSeconds(7));

        await stopping;
        Assert.Equal("11", Assert.Single(_bot.Store.Unfinished).Lane);
        Assert.Empty(_bot.Telegram.Updates.Pending);
        Assert.Equal(TelegramState.Stopped, _bot.Adapter.Status.State);
    }

    // Row 58.
    [Theory]
    [InlineData("getMe")]
    [InlineData("getUpdates")]
    [InlineData("sendMessage")]
    public async Task A_token_that_is_refused_ends_it_with_a_sentence(string method)
    {
        _bot.Telegram.Next(method, FakeTelegramAnswer.Unauthorized);
        _bot.Give(FakeTelegramUpdate.Private(Question));
        await _bot.RunAsync();

        var exception = await Assert.ThrowsAsync<TelegramException>(() => _bot.Running.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Contains("@BotFather", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal((false, TelegramState.Stopped), (_bot.Adapter.Status.IsReady, _bot.Adapter.Status.State));
        Assert.Contains("@BotFather", _bot.Adapter.Status.Summary, StringComparison.Ordinal);
    }

    // Row 59.
    [Fact]
    public async Task Beside_another_program_it_stands_by_and_says_so()
    {
        _bot.Telegram.Next("getUpdates", FakeTelegramAnswer.Refused(409, "Conflict: terminated by other getUpdates request"));
        await _bot.RunAsync();
        await _time.NextWaitAsync();

        Assert.False(_bot.Adapter.Status.IsReady);
        Assert.Contains("Conflict", _bot.Adapter.Status.Summary, StringComparison.Ordinal);
        _time.Clock.Advance(TimeSpan.FromSeconds(60));
        await FakeTelegramHost.UntilAsync(() => _bot.Telegram.Updates.IsWaitedFor);
        await _bot.SayAsync(FakeTelegramUpdate.Private("/help"));
        Assert.True(_bot.Adapter.Status.IsReady);
    }
}
