using KorKazBot.Discord;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

/// <summary>How the bot behaves towards Discord's API.</summary>
public sealed class RestTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private readonly LogKeeper _log = new();
    private FakeDiscord _discord = null!;

    private DiscordRest Rest => new(Options, Http, TimeProvider.System, _log);

    private DiscordOptions Options => new() { ApiUrl = _discord.Api.ToString(), Token = FakeDiscord.Token };

    public async Task InitializeAsync() => _discord = await FakeDiscord.StartAsync();

    public async Task DisposeAsync() => await _discord.DisposeAsync();

    [Fact]
    public async Task A_bucket_that_is_used_up_is_waited_for()
    {
        var rest = Rest;
        for (var i = 0; i < 17; i++) Assert.Equal(200, (await rest.SendAsync(Message($"n{i}"), default)).Status);

        Assert.Empty(_discord.Violations);
        Assert.Equal(17, _discord.Messages.Count);
    }

    [Fact]
    public async Task Many_at_once_stay_within_what_Discord_has_told()
    {
        var rest = Rest;
        await rest.SendAsync(Message("first"), default);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => rest.SendAsync(Message($"n{i}"), default)));

        Assert.Empty(_discord.Violations);
    }

    [Theory]
    [InlineData("""{"message":"You are being rate limited.","retry_after":0.3,"global":false}""", "1", 300)]
    [InlineData("""{"message":"You are being rate limited.","retry_after":0.3,"global":true}""", null, 300)]
    [InlineData("<html>Cloudflare</html>", "1", 1000)]
    public async Task A_refusal_is_obeyed(string body, string? header, int milliseconds)
    {
        _discord.Refuse("users/@me", 429, body, header);

        Assert.Equal(200, (await Rest.SendAsync(RestCall.Me(), default)).Status);
        var calls = _discord.Calls.ToList();
        Assert.Equal(2, calls.Count);
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromMilliseconds(milliseconds), $"{calls[1].At - calls[0].At}");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("""{"retry_after":-1}""")]
    [InlineData("""{"retry_after":0}""")]
    public async Task A_refusal_without_a_time_is_obeyed_for_some_seconds(string body)
    {
        var time = new FakeTimeProvider();
        var rest = new DiscordRest(Options, Http, time, _log);
        _discord.Refuse("users/@me", 429, body);

        var sending = rest.SendAsync(RestCall.Me(), default);
        await _discord.WaitForAsync("GET", "users/@me");
        for (var i = 0; i < 48; i++) await StepAsync(time);
        Assert.Single(_discord.Calls);
        while (!sending.IsCompleted) await StepAsync(time);
        Assert.Equal(200, (await sending).Status);
    }

    [Fact]
    public async Task A_refusal_for_all_holds_everything_back_but_interactions()
    {
        var rest = Rest;
        _discord.Refuse("users/@me", 429, """{"retry_after":0.5,"global":true}""");
        var me = rest.SendAsync(RestCall.Me(), default);
        await _discord.WaitForAsync("GET", "users/@me");
        await Task.Delay(50);

        await rest.SendAsync(RestCall.EditAnswer("1", "t", new OutgoingMessage { Content = "a" }), default);
        Assert.False(me.IsCompleted);
        await rest.SendAsync(RestCall.Application(), default);
        await me;

        var next = await _discord.WaitForAsync("GET", "applications/@me");
        Assert.True(next.At - _discord.Calls.First().At >= TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Being_told_to_wait_for_an_hour_is_an_outage()
    {
        _discord.Refuse("users/@me", 429, """{"retry_after":4000,"global":false}""");

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => Rest.SendAsync(RestCall.Me(), default));
        Assert.Single(_discord.Calls);
    }

    [Fact]
    public async Task After_a_break_a_message_is_sent_again_and_stands_there_once()
    {
        _discord.Once("messages", async context =>
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal(200, (await Rest.SendAsync(Message("once"), default)).Status);
        Assert.Equal(2, _discord.Calls.Count);
        Assert.Single(_discord.Messages);
    }

    [Fact]
    public async Task What_would_have_two_effects_isnt_sent_again()
    {
        _discord.Once("messages", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var unrepeatable = RestCall.CreateMessage("7", new OutgoingMessage { Content = "a" });

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => Rest.SendAsync(unrepeatable, default));
        Assert.Single(_discord.Calls);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Other_refusals_are_final(int status)
    {
        _discord.Refuse("messages", status, """{"message":"Missing Access","code":50001}""");

        var answer = await Rest.SendAsync(Message("a"), default);

        Assert.Equal((status, 50001), (answer.Status, answer.ErrorCode));
        Assert.Single(_discord.Calls);
    }

    [Fact]
    public async Task With_nobody_there_it_gives_up_and_names_no_secret()
    {
        await _discord.DisposeAsync();
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        using var dead = new HttpClient();
        var rest = new DiscordRest(new DiscordOptions { ApiUrl = "http://127.0.0.1:9/api/v10/", Token = FakeDiscord.Token }, dead, time, _log);

        var sending = rest.SendAsync(RestCall.EditAnswer("1", "secret-token", new OutgoingMessage { Content = "a" }), default);
        while (!sending.IsCompleted) await StepAsync(time);

        var failure = await Assert.ThrowsAsync<DiscordUnavailableException>(() => sending);
        Assert.DoesNotContain("secret-token", failure + _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_Discord_shuts_the_address_out_nothing_is_sent_any_more()
    {
        var time = new FakeTimeProvider();
        var refusals = new InvalidRequests(time);
        for (var i = 0; i < InvalidRequests.Most; i++)
        {
            Assert.False(refusals.IsSpent);
            refusals.Count(429, isShared: true);
            refusals.Count(404, isShared: false);
            refusals.Count(403, isShared: false);
        }

        Assert.True(refusals.IsSpent);
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.False(refusals.IsSpent);
    }

    private static RestCall Message(string nonce) =>
        RestCall.CreateMessage("700000000000000001", new OutgoingMessage { Content = "a", Nonce = nonce, EnforceNonce = true });

    private static async Task StepAsync(FakeTimeProvider time)
    {
        time.Advance(TimeSpan.FromMilliseconds(100));
        await Task.Delay(1);
    }
}
