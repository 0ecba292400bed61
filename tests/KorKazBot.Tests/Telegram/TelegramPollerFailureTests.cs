using KorKazBot.Fakes;
using KorKazBot.Telegram;
using KorKazBot.Telegram.Api;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramPollerFailureTests : PollerTest
{
    [Fact]
    public async Task Failures_are_met_with_longer_waits_up_to_the_cap()
    {
        Telegram.Next("getUpdates", FakeTelegramFault.Html, FakeTelegramFault.ResetBefore, FakeTelegramFault.HalfBody, FakeTelegramFault.Html, FakeTelegramFault.Html, FakeTelegramFault.Html, FakeTelegramFault.Html);
        Telegram.Next("getUpdates", FakeTelegramAnswer.TooMany(33));
        Telegram.Updates.Add(5);
        var polling = Poll();

        double[] waits = [0.5, 1, 2, 4, 8, 15, 15, 33];
        foreach (var wait in waits) Assert.Equal(TimeSpan.FromSeconds(wait), await Time.PassAsync());
        await NextAsync();
        await StopAsync(polling);
        Assert.Contains("getUpdates: 502 HTTP 502; again in 0.5 s", Troubles);
        Assert.DoesNotContain(Troubles, trouble => trouble.Contains("canary", StringComparison.Ordinal));
    }

    // Row 57, whatever chance says.
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_server_that_is_down_is_asked_six_times_in_ten_seconds_and_found_again_within_sixteen(double random)
    {
        var polls = 1;
        for (var at = TimeSpan.Zero; (at += BackOff.After(polls, random)) < TimeSpan.FromSeconds(10);) polls++;

        Assert.InRange(polls, 4, 6);
        Assert.InRange(BackOff.After(100, random), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_poll_that_hangs_is_left_and_made_again()
    {
        Telegram.Next("getUpdates", FakeTelegramFault.Silence);
        Telegram.Updates.Add(5);
        var polling = Poll();
        await FakeTelegramHost.UntilAsync(() => Telegram.CallsOf("getUpdates").Any());
        Time.Clock.Advance(TelegramApi.PollTimeout);

        await Time.PassAsync();
        Assert.Equal("u:5", (await NextAsync()).Id.Key);
        await StopAsync(polling);
    }

    [Fact]
    public async Task Beside_another_poller_it_stands_by()
    {
        var conflict = FakeTelegramAnswer.Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        for (var each = 0; each < 6; each++) Telegram.Next("getUpdates", conflict);
        Telegram.Updates.Add(5);
        var polling = Poll();

        double[] waits = [5, 10, 20, 40, 60, 60];
        foreach (var wait in waits) Assert.Equal(TimeSpan.FromSeconds(wait), await Time.PassAsync());
        await NextAsync();
        await StopAsync(polling);
    }

    [Fact]
    public async Task The_older_of_two_pollers_is_the_one_that_yields()
    {
        var polling = Poll();
        await FakeTelegramHost.UntilAsync(() => Telegram.CallsOf("getUpdates").Any());
        using var other = new CancellationTokenSource();
        var second = Poll(other.Token);

        Assert.Equal(TimeSpan.FromSeconds(5), await Time.NextWaitAsync());
        await StopAsync(polling);
        await other.CancelAsync();
        await second.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_webhook_makes_it_stand_by_and_say_why()
    {
        Telegram.Updates.SetWebhook("https://example.org");
        var polling = Poll();

        await Time.NextWaitAsync();
        await StopAsync(polling);
        Assert.Contains("while webhook is active", Assert.Single(Troubles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_token_ends_it()
    {
        Telegram.IsRevoked = true;

        var exception = await Assert.ThrowsAsync<TelegramException>(() => Poll().WaitAsync(Limit));

        Assert.Contains("@BotFather", exception.Message, StringComparison.Ordinal);
    }
}
