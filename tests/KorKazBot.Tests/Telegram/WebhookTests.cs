using System.Net;
using KorKazBot.Fakes;
using KorKazBot.Telegram;

namespace KorKazBot.Tests.Telegram;

public sealed class WebhookTests : IAsyncLifetime
{
    private FakeTelegramHost _bot = null!;

    public async Task InitializeAsync() =>
        _bot = await (await FakeTelegramHost.StartAsync(options => options.Mode = TelegramMode.Webhook)).RunAsync();

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        Assert.Empty(_bot.Telegram.Violations);
    }

    [Fact]
    public async Task It_registers_itself_answers_and_removes_itself()
    {
        var registered = Assert.Single(_bot.Telegram.CallsOf("setWebhook"));
        Assert.Equal("https://bot.example/telegram/webhook", (string)registered["url"]!);
        Assert.Equal(FakeTelegramHost.Secret, (string)registered["secret_token"]!);
        Assert.Equal(4, registered["allowed_updates"]!.AsArray().Count);
        Assert.False((bool?)registered["drop_pending_updates"] ?? false);

        Assert.Equal(HttpStatusCode.OK, await _bot.PostAsync(FakeTelegramUpdate.Private("/help")));
        await _bot.SettledAsync();
        Assert.Single(_bot.Telegram.Chats.Messages);

        await _bot.StopAsync();
        Assert.Equal("", (string)_bot.Telegram.Updates.Webhook["url"]!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _bot.PostAsync(FakeTelegramUpdate.Private("/help")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the_secret-2")]
    [InlineData("the_secret-1 ")]
    [InlineData("THE_SECRET-1")]
    public async Task Without_the_secret_nothing_is_looked_at(string? secret)
    {
        using var answer = await _bot.PostAsync("{", secret == "the_secret-1 " ? "the_secret-1x" : secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, _bot.Store.Known);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(0, HttpStatusCode.OK)]
    public async Task A_body_has_at_most_256_kB(int more, HttpStatusCode status)
    {
        using var answer = await _bot.PostAsync(new string(' ', 256 * 1024 + more), FakeTelegramHost.Secret);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task What_cant_be_read_is_taken_and_buried()
    {
        using var answer = await _bot.PostAsync("""{"update_id":3,"message":"text"}""", FakeTelegramHost.Secret);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(_bot.Store.Buried);
    }

    [Fact]
    public async Task Nothing_is_taken_that_the_store_does_not_hold()
    {
        _bot.Store.Fail(calls: 1);
        var update = _bot.Telegram.Updates.Stamped(FakeTelegramUpdate.Private("/help")).ToJsonString();

        using var refused = await _bot.PostAsync(update, FakeTelegramHost.Secret);
        using var taken = await _bot.PostAsync(update, FakeTelegramHost.Secret);
        using var repeated = await _bot.PostAsync(update, FakeTelegramHost.Secret);
        await _bot.SettledAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("5", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (taken.StatusCode, repeated.StatusCode));
        Assert.Single(_bot.Telegram.Chats.Messages);
    }

    // Row 35.
    [Fact]
    public async Task Twenty_copies_at_once_have_one_effect()
    {
        var update = _bot.Telegram.Updates.Stamped(FakeTelegramUpdate.Private("/help")).ToJsonString();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await _bot.PostAsync(update, FakeTelegramHost.Secret)).Dispose()));
        await _bot.SettledAsync();

        Assert.Single(_bot.Telegram.Chats.Messages);
    }

    [Fact]
    public async Task A_webhook_that_another_process_took_away_is_set_again()
    {
        _bot.Telegram.Updates.SetWebhook("");

        await FakeTelegramHost.UntilAsync(() =>
        {
            _bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return _bot.Telegram.CallsOf("setWebhook").Count() == 2;
        });
    }

    [Fact]
    public async Task Before_it_runs_and_when_polling_there_is_nothing_to_post_to()
    {
        await using var notYet = await FakeTelegramHost.StartAsync(options => options.Mode = TelegramMode.Webhook);
        await using var polling = await FakeTelegramHost.StartAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await notYet.PostAsync(FakeTelegramUpdate.Private("/help")));
        Assert.Equal(HttpStatusCode.NotFound, await polling.PostAsync(FakeTelegramUpdate.Private("/help")));
    }

    [Fact]
    public async Task An_address_that_Telegram_refuses_ends_it_with_its_words()
    {
        await using var bot = await FakeTelegramHost.StartAsync(options => options.Mode = TelegramMode.Webhook);
        bot.Telegram.Next("setWebhook", FakeTelegramAnswer.Refused(400, "Bad Request: bad webhook: Failed to resolve host"));

        var exception = await Assert.ThrowsAsync<TelegramException>(async () => await (await bot.RunAsync()).Running);

        Assert.Contains("Failed to resolve host", exception.Message, StringComparison.Ordinal);
    }
}
