using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;
using KorKazBot.Telegram;
using KorKazBot.Telegram.Api;
using KorKazBot.Telegram.Messages;
using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramSenderTests : IAsyncLifetime, IDisposable
{
    private static readonly EventId Cause = new("telegram", FakeTelegram.BotId, "u:5");

    private readonly WatchedTime _time = new();
    private readonly HttpClient _http = TelegramApi.CreateClient();
    private readonly FakeTelegramStore _outbox = new();
    private FakeTelegram _telegram = null!;
    private TelegramSender _sender = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync(_time.Clock);
        var api = new TelegramApi(_http, new() { Token = FakeTelegram.Token, ApiUrl = _telegram.Address.ToString() }, _time);
        _sender = new(api, _outbox, _time) { Random = () => 1 };
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Parts_are_sent_in_order_and_written_down()
    {
        var keyboard = new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("More", "code"));
        OutgoingMessage[] messages = [new("one", "one"), new("<b>two</b>", "two", keyboard)];

        var result = await _sender.SendAsync(Cause, new Destination(7, Topic: 3, ReplyTo: 40), messages, default);

        Assert.Equal(new SendResult(SendOutcome.Sent), result);
        Assert.Equal([(7, "one"), (7, "<b>two</b>")], _telegram.Chats.Messages);
        Assert.Equal(new SendRecord(SendState.Sent, "101", 1), _outbox.Sent(Cause, 0));
        var calls = _telegram.CallsOf("sendMessage").ToArray();
        Assert.Equal([40, null], calls.Select(call => (int?)call["reply_parameters"]?["message_id"]));
        Assert.Equal([3, 3], calls.Select(call => (int)call["message_thread_id"]!));
        Assert.Equal("code", (string?)calls[1]["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]);
    }

    [Fact]
    public async Task What_was_sent_before_is_not_sent_again()
    {
        await _outbox.BeginAsync(Cause, 0, default);
        await _outbox.SentAsync(Cause, 0, "55", default);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(["one", "two"])).Outcome);
        Assert.Equal([(7, "two")], _telegram.Chats.Messages);
        Assert.Equal(0, _sender.PossibleRepeats);
    }

    [Fact]
    public async Task What_a_dead_process_left_open_is_sent_once_more_and_counted()
    {
        await _outbox.BeginAsync(Cause, 0, default);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(["one"])).Outcome);
        Assert.Equal([(7, "one")], _telegram.Chats.Messages);
        Assert.Equal(1, _sender.PossibleRepeats);
    }

    [Fact]
    public async Task What_was_left_open_twice_is_left_alone()
    {
        await _outbox.BeginAsync(Cause, 0, default);
        await _outbox.BeginAsync(Cause, 0, default);

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(["one", "two"])).Outcome);
        Assert.Empty(_telegram.CallsOf("sendMessage"));
    }

    [Theory]
    [InlineData(FakeTelegramFault.ResetBefore, 1)]
    [InlineData(FakeTelegramFault.ResetAfter, 2)]
    [InlineData(FakeTelegramFault.HalfBody, 2)]
    internal async Task After_a_broken_answer_it_is_sent_once_more(FakeTelegramFault fault, int seen)
    {
        _telegram.Next("sendMessage", fault);
        var sending = SendAsync(["one"]);
        await _time.PassAsync();

        Assert.Equal(SendOutcome.Sent, (await sending).Outcome);
        Assert.Equal(seen, _telegram.Chats.Messages.Count);
        Assert.Equal(1, _sender.PossibleRepeats);
    }

    [Fact]
    public async Task After_two_broken_answers_it_stops()
    {
        _telegram.Next("sendMessage", FakeTelegramFault.ResetAfter, FakeTelegramFault.HalfBody);
        var sending = SendAsync(["one", "two"]);
        await _time.PassAsync();
        await _time.PassAsync();

        Assert.Equal(SendOutcome.Unknown, (await sending).Outcome);
        Assert.Equal([(7, "one"), (7, "one")], _telegram.Chats.Messages);
    }

    [Fact]
    public async Task Told_to_wait_it_waits_exactly_so_long_and_nobody_else_does()
    {
        _telegram.Chats.TooMany(7, seconds: 12, count: 2);
        var sending = SendAsync(["one"]);

        Assert.Equal(TimeSpan.FromSeconds(12), await _time.NextWaitAsync());
        Assert.Equal(SendState.New, _outbox.Sent(Cause, 0).State);
        Assert.Equal(SendOutcome.Sent, (await SendAsync(["another"], chat: 8)).Outcome);
        var sameChat = SendAsync(["another"], chat: 7);
        Assert.Equal(TimeSpan.FromSeconds(12), await _time.NextWaitAsync());
        _time.Clock.Advance(TimeSpan.FromSeconds(11.9));
        Assert.False(sending.IsCompleted);
        Assert.Single(_telegram.Chats.Messages);
        _time.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await _time.PassUntilAsync(Task.WhenAll(sending, sameChat));

        Assert.Equal((SendOutcome.Sent, SendOutcome.Sent), ((await sending).Outcome, (await sameChat).Outcome));
        Assert.Equal(3, _telegram.Chats.Messages.Count);
    }

    [Fact]
    public async Task A_flooded_chat_is_never_written_to_early()
    {
        _telegram.Chats.TooMany(7, seconds: 3, count: 4);
        var sending = SendAsync(["one", "two"]);
        for (var wait = 0; wait < 4; wait++) Assert.Equal(TimeSpan.FromSeconds(3), await _time.PassAsync());

        Assert.Equal(SendOutcome.Sent, (await sending).Outcome);
        Assert.Equal(0, _telegram.Chats.EarlyRetries);
        Assert.Equal(0, _sender.PossibleRepeats);
    }

    [Fact]
    public async Task A_broken_server_is_tried_five_times()
    {
        var broken = FakeTelegramAnswer.Refused(500, "Internal Server Error: restart");
        for (var each = 0; each < 3; each++) _telegram.Next("sendMessage", broken);
        _telegram.Next("sendMessage", FakeTelegramFault.Html, FakeTelegramFault.Html);
        var sending = SendAsync(["one", "two"]);
        double[] waits = [0.5, 1, 2, 4];
        foreach (var wait in waits) Assert.Equal(TimeSpan.FromSeconds(wait), await _time.PassAsync());

        Assert.Equal(new SendResult(SendOutcome.Failed, "HTTP 502"), await sending);
        Assert.Equal(5, _telegram.CallsOf("sendMessage").Count());
        Assert.Equal(default, _outbox.Sent(Cause, 0));
    }

    [Fact]
    public async Task A_chat_that_is_closed_is_dead()
    {
        _telegram.Chats.Forbid(7, "bot was blocked by the user");

        var result = await SendAsync(["one", "two"]);

        Assert.Equal(new SendResult(SendOutcome.DeadChat, "Forbidden: bot was blocked by the user"), result);
        Assert.Single(_telegram.CallsOf("sendMessage"));
        Assert.Equal(SendState.New, _outbox.Sent(Cause, 0).State);
    }

    [Fact]
    public async Task Markup_that_Telegram_refuses_goes_as_plain_text_once()
    {
        Assert.Equal(SendOutcome.Sent, (await SendAsync(["<x>one</x>"])).Outcome);
        Assert.Equal([(7, "plain <x>one</x>")], _telegram.Chats.Messages);

        var nonsense = FakeTelegramAnswer.Refused(400, "Bad Request: can't parse entities: nonsense");
        _telegram.Next("sendMessage", nonsense);
        _telegram.Next("sendMessage", nonsense);
        Assert.Equal(SendOutcome.Refused, (await SendAsync(["another"], chat: 7)).Outcome);
        Assert.Equal(4, _telegram.CallsOf("sendMessage").Count());
    }

    [Fact]
    public async Task Where_the_question_was_deleted_the_answer_stands_alone()
    {
        Assert.Equal(SendOutcome.Sent, (await SendAsync(["<x>one</x>"], replyTo: -1)).Outcome);

        Assert.Equal([(7, "plain <x>one</x>")], _telegram.Chats.Messages);
        Assert.Equal(3, _telegram.CallsOf("sendMessage").Count());
    }

    [Fact]
    public async Task A_group_that_moved_is_followed_and_told()
    {
        _telegram.Chats.Move(7, -1001);

        var result = await SendAsync(["one", "two"], replyTo: 4);

        Assert.Equal(new SendResult(SendOutcome.Sent, MovedTo: -1001), result);
        Assert.Equal([(-1001, "one"), (-1001, "two")], _telegram.Chats.Messages);
        Assert.Equal(3, _telegram.CallsOf("sendMessage").Count());
    }

    [Fact]
    public async Task What_is_refused_for_good_is_tried_once()
    {
        Assert.Equal(
            new SendResult(SendOutcome.Refused, "Bad Request: message is too long"), await SendAsync([new string('a', 4097)]));
        Assert.Single(_telegram.CallsOf("sendMessage"));
    }

    [Fact]
    public async Task A_revoked_token_is_told_and_the_answer_stays_unsent()
    {
        _telegram.IsRevoked = true;

        await Assert.ThrowsAsync<TelegramException>(() => SendAsync(["one"]));
        Assert.Equal(SendState.New, _outbox.Sent(Cause, 0).State);
    }

    private Task<SendResult> SendAsync(string[] parts, long chat = 7, int? replyTo = null) => _sender.SendAsync(
        parts is ["another"] ? Cause with { Key = $"u:another in {chat}" } : Cause,
        new Destination(chat, ReplyTo: replyTo),
        [.. parts.Select(part => new OutgoingMessage(part, $"plain {part}"))],
        default);
}
