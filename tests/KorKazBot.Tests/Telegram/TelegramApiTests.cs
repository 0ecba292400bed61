using System.Net;
using System.Text.Json;
using KorKazBot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramApiTests : IAsyncLifetime, IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly HttpClient _http = TelegramApi.CreateClient();
    private FakeTelegram _telegram = null!;
    private TelegramApi _api = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync(_time.Clock);
        _api = new(_http, FakeTelegram.Token, _time, _telegram.Address);
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Every_call_is_understood()
    {
        Assert.Equal("korkaz_bot", (await _api.GetMeAsync(default)).Value!.Username);
        Assert.True((await _api.SetMyCommandsAsync(new() { Commands = [new BotCommand("help", "What I can")], LanguageCode = "ru" }, default)).Value);
        Assert.True((await _api.AnswerCallbackQueryAsync(new() { CallbackQueryId = "1" }, default)).Value);
        Assert.True((await _api.AnswerInlineQueryAsync(new() { InlineQueryId = "1", Results = [] }, default)).Value);
        Assert.Equal(5, (await _api.EditMessageTextAsync(new() { ChatId = 7, MessageId = 5, Text = "b" }, default)).Value);
        Assert.Equal(101, (await _api.SendMessageAsync(new() { ChatId = -1001234567890123, Text = "a" }, default)).Value);
        Assert.True((await _api.SetWebhookAsync(new() { Url = "https://example.org", AllowedUpdates = TelegramUpdates.Kinds }, default)).Value);
        Assert.True((await _api.DeleteWebhookAsync(new(), default)).Value);

        Assert.Equal(-1001234567890123, (long)_telegram.CallsOf("sendMessage").Single()["chat_id"]!);
        Assert.Equal(
            ["message", "callback_query", "inline_query", "my_chat_member"],
            _telegram.CallsOf("setWebhook").Single()["allowed_updates"]!.AsArray().Select(kind => (string)kind!));
    }

    [Fact]
    public async Task Updates_come_as_they_are()
    {
        _telegram.Updates.Add((1, """{"update_id":1,"new_in_2030":[{"a":1}]}"""), (2, """{"update_id":"two"}"""));

        var updates = (await _api.GetUpdatesAsync(new GetUpdatesRequest { Timeout = 0 }, default)).Value!;

        Assert.Equal(["""{"update_id":1,"new_in_2030":[{"a":1}]}""", """{"update_id":"two"}"""], updates.Select(update => update.GetRawText()));
    }

    [Fact]
    public async Task What_Telegram_refuses_is_told_in_its_words()
    {
        _telegram.Next("sendMessage", FakeAnswer.TooMany(7));
        var tooMany = await SendAsync();
        _telegram.Chats.Move(7, -1009876543210);
        var moved = await SendAsync();
        var old = await _api.AnswerCallbackQueryAsync(new() { CallbackQueryId = "old" }, default);

        Assert.Equal((false, 429, "Too Many Requests: retry after 7", 7), (tooMany.IsOk, tooMany.ErrorCode, tooMany.Description, tooMany.RetryAfter));
        Assert.Equal((400, -1009876543210), (moved.ErrorCode, moved.MigrateToChatId));
        Assert.Equal((400, false), (old.ErrorCode, old.IsAmbiguous));
        Assert.Contains("query is too old", old.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.ResetBefore)]
    [InlineData(Fault.ResetAfter)]
    [InlineData(Fault.HalfBody)]
    internal async Task A_broken_answer_is_ambiguous_and_nothing_is_sent_again_behind_the_bots_back(Fault fault)
    {
        // A connection that was used before is the one that a handler might use again.
        await SendAsync();
        _telegram.Next("sendMessage", fault);

        var result = await SendAsync();

        Assert.Equal((false, true, true, 0), (result.IsOk, result.IsAmbiguous, result.IsTransient, result.ErrorCode));
        Assert.Equal(2, _telegram.CallsOf("sendMessage").Count());
        Assert.Equal(fault == Fault.ResetBefore ? 1 : 2, _telegram.Chats.Messages.Count);
    }

    [Fact]
    public async Task A_proxys_page_is_an_error_of_the_way()
    {
        _telegram.Next("sendMessage", Fault.Html);

        var result = await SendAsync();

        Assert.Equal((502, "HTTP 502", false, true), (result.ErrorCode, result.Description, result.IsAmbiguous, result.IsTransient));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_the_limit()
    {
        _telegram.Next("sendMessage", Fault.Silence);
        var sending = SendAsync();
        _time.Clock.Advance(TelegramApi.CallTimeout);

        Assert.True((await sending).IsAmbiguous);
    }

    [Fact]
    public async Task Where_nobody_listens_surely_nothing_was_sent()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await new TelegramApi(_http, FakeTelegram.Token, _time, new Uri($"http://127.0.0.1:{port}")).GetMeAsync(default);

        Assert.Equal((true, false), (result.IsTransient, result.IsAmbiguous));
        Assert.DoesNotContain("canary", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_tells_no_token()
    {
        using var stop = new CancellationTokenSource();
        _telegram.Next("getMe", Fault.Silence);
        var call = _api.GetMeAsync(stop.Token);
        await stop.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{_api}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("canary")]
    [InlineData("1:canary/../x")]
    [InlineData("1:canary\n")]
    [InlineData("1:canary?x#y")]
    public void What_cannot_be_a_token_is_refused_without_being_told(string token)
    {
        var exception = Assert.Throws<TelegramTokenException>(() => new TelegramApi(_http, token, _time));

        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_broken_text_is_read_all_the_same()
    {
        _telegram.Next("sendMessage", new FakeAnswer(200, """{"ok":true,"result":{"message_id":3,"text":"\ud800","via":{"unknown":1}}}"""));
        _telegram.Next("sendMessage", new FakeAnswer(200, """{"ok":true,"result":{"text":"no id"}}"""));
        _telegram.Next("sendMessage", new FakeAnswer(200, "[]"));
        _telegram.Next("sendMessage", new FakeAnswer(400, """{"ok":false}"""));
        _telegram.Next("sendMessage", new FakeAnswer(200, """{"ok":"perhaps"}"""));

        Assert.Equal(3, (await SendAsync()).Value);
        Assert.True((await SendAsync()).IsOk);
        Assert.True((await SendAsync()).IsAmbiguous);
        Assert.Equal(400, (await SendAsync()).ErrorCode);
        Assert.True((await SendAsync()).IsAmbiguous);
    }

    [Fact]
    public void A_deep_update_does_not_hide_the_others()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + string.Concat(Enumerable.Repeat("]", 500));
        var update = JsonDocument.Parse($$"""{"update_id":4,"message":{{deep}}}""", new() { MaxDepth = 1000 }).RootElement;

        var read = TelegramUpdates.Read(update, "1", default);

        Assert.Equal((4, "u:4"), (read.Id, read.Event!.Id.Key));
        Assert.NotNull(read.Problem);
    }

    private Task<TelegramResult<int>> SendAsync() => _api.SendMessageAsync(new() { ChatId = 7, Text = "a" }, default);
}
