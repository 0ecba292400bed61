using System.Net;
using KorKazBot.Fakes;
using KorKazBot.Telegram;
using KorKazBot.Telegram.Api;
using KorKazBot.Telegram.Updates;
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
        _api = new(_http, Options(_telegram.Address), _time);
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Every_call_is_understood()
    {
        Assert.Equal(FakeTelegramUpdate.BotName, (await _api.CallAsync(new GetMeRequest(), default)).Value!.Username);
        Assert.True((await _api.CallAsync(new SetMyCommandsRequest { Commands = [new BotCommand("help", "What I can")], LanguageCode = "ru" }, default)).Value);
        Assert.True((await _api.CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = "1" }, default)).Value);
        Assert.True((await _api.CallAsync(new AnswerInlineQueryRequest { InlineQueryId = "1", Results = [] }, default)).Value);
        Assert.Equal(101, (await _api.WriteAsync(new SendMessageRequest { ChatId = -1001234567890123, Text = "a" }, default)).Value);
        Assert.Equal(101, (await _api.WriteAsync(new EditMessageTextRequest { ChatId = -1001234567890123, MessageId = 101, Text = "b" }, default)).Value);
        Assert.True((await _api.CallAsync(new SetWebhookRequest { Url = "https://example.org", AllowedUpdates = UpdateReader.Kinds }, default)).Value);
        Assert.True((await _api.CallAsync(new DeleteWebhookRequest(), default)).Value);

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

        Assert.Equal(["""{"update_id":1,"new_in_2030":[{"a":1}]}""", """{"update_id":"two"}"""], updates);
    }

    [Fact]
    public async Task What_Telegram_refuses_is_told_in_its_words()
    {
        _telegram.Next("sendMessage", FakeTelegramAnswer.TooMany(7));
        var tooMany = await SendAsync();
        _telegram.Chats.Move(7, -1009876543210);
        var moved = await SendAsync();
        var old = await _api.CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = "old" }, default);

        Assert.Equal((false, 429, "Too Many Requests: retry after 7", 7), (tooMany.IsOk, tooMany.ErrorCode, tooMany.Description, tooMany.RetryAfter));
        Assert.Equal((400, -1009876543210), (moved.ErrorCode, moved.MigrateToChatId));
        Assert.Equal((400, false), (old.ErrorCode, old.IsAmbiguous));
        Assert.Contains("query is too old", old.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FakeTelegramFault.ResetBefore)]
    [InlineData(FakeTelegramFault.ResetAfter)]
    [InlineData(FakeTelegramFault.HalfBody)]
    internal async Task A_broken_answer_is_ambiguous_and_nothing_is_sent_again_behind_the_bots_back(FakeTelegramFault fault)
    {
        // A connection that was used before is the one that a handler might use again.
        await SendAsync();
        _telegram.Next("sendMessage", fault);

        var result = await SendAsync();

        Assert.Equal((false, true, true, 0), (result.IsOk, result.IsAmbiguous, result.IsTransient, result.ErrorCode));
        Assert.Equal(2, _telegram.CallsOf("sendMessage").Count());
        Assert.Equal(fault == FakeTelegramFault.ResetBefore ? 1 : 2, _telegram.Chats.Messages.Count);
    }

    [Fact]
    public async Task A_proxys_page_is_an_error_of_the_way()
    {
        _telegram.Next("sendMessage", FakeTelegramFault.Html);

        var result = await SendAsync();

        Assert.Equal((502, "HTTP 502", false, true), (result.ErrorCode, result.Description, result.IsAmbiguous, result.IsTransient));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_the_limit()
    {
        _telegram.Next("sendMessage", FakeTelegramFault.Silence);
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

        var result = await new TelegramApi(_http, Options(new Uri($"http://127.0.0.1:{port}")), _time).CallAsync(new GetMeRequest(), default);

        Assert.Equal((true, false), (result.IsTransient, result.IsAmbiguous));
        Assert.DoesNotContain("canary", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_tells_no_token()
    {
        using var stop = new CancellationTokenSource();
        _telegram.Next("getMe", FakeTelegramFault.Silence);
        var call = _api.CallAsync(new GetMeRequest(), stop.Token);
        await stop.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{_api}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canary")]
    [InlineData("1:canary/../x")]
    [InlineData("1:canary\n")]
    [InlineData("1:canary?x#y")]
    public void What_cannot_be_a_token_is_refused_without_being_told(string token)
    {
        var (key, reason) = Assert.Single(new TelegramOptions { Token = token }.Broken());

        Assert.Equal("Telegram:Token", key);
        Assert.DoesNotContain("canary", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_broken_text_is_read_all_the_same()
    {
        _telegram.Next("sendMessage", new FakeTelegramAnswer(200, """{"ok":true,"result":{"message_id":3,"text":"\ud800","via":{"unknown":1}}}"""));
        _telegram.Next("sendMessage", new FakeTelegramAnswer(200, """{"ok":true,"result":{"text":"no id"}}"""));
        _telegram.Next("sendMessage", new FakeTelegramAnswer(200, "[]"));
        _telegram.Next("sendMessage", new FakeTelegramAnswer(400, """{"ok":false}"""));
        _telegram.Next("sendMessage", new FakeTelegramAnswer(200, """{"ok":"perhaps"}"""));

        Assert.Equal(3, (await SendAsync()).Value);
        Assert.True((await SendAsync()).IsOk);
        Assert.True((await SendAsync()).IsAmbiguous);
        Assert.Equal(400, (await SendAsync()).ErrorCode);
        Assert.True((await SendAsync()).IsAmbiguous);
    }

    [Fact]
    public async Task A_deep_update_does_not_hide_the_others()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + string.Concat(Enumerable.Repeat("]", 500));
        _telegram.Updates.Add((4, $$"""{"update_id":4,"message":{{deep}}}"""), (5, FakeTelegramUpdates.Message(5, 7, "a")));

        var read = (await _api.GetUpdatesAsync(new GetUpdatesRequest { Timeout = 0 }, default)).Value!.Select(UpdateReader.Read).ToArray();

        Assert.Null(read[0].Update);
        Assert.NotEqual("", read[0].Problem);
        Assert.Equal((5, "a"), (read[1].Id, read[1].Update!.Message!.Text));
    }

    private Task<TelegramResult<int>> SendAsync() => _api.WriteAsync(new SendMessageRequest { ChatId = 7, Text = "a" }, default);

    private static TelegramOptions Options(Uri server) => new() { Token = FakeTelegram.Token, ApiUrl = server.ToString() };
}
