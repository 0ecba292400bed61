using KorKazBot.Discord;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace KorKazBot.Tests.Discord.DiscordNet;

/// <summary>A gateway that goes wrong; compiled where Discord.Net restores.</summary>
public sealed class GatewayTroubleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Shut_out_it_ends_at_once_and_says_why(int code)
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        bot.Discord.Gateway.RefusesWith = code;

        var failure = await Assert.ThrowsAsync<DiscordException>(() => bot.Adapter.RunAsync(default).WaitAsync(TimeSpan.FromSeconds(10)));
        await Task.Delay(2500);   // longer than the client's first pause before it would come back

        Assert.Equal(1, bot.Discord.Gateway.Connections);
        Assert.Equal(failure.Message, bot.Adapter.Status.Problem);
        Assert.Equal(GatewayState.Stopped, bot.Adapter.Status.Gateway);
        Assert.False(bot.Adapter.Status.IsReady);
    }

    [Fact]
    public async Task Without_acknowledgements_it_closes_and_resumes_within_two_intervals()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        bot.Discord.Gateway.HeartbeatInterval = 1000;
        bot.Run();
        await bot.Discord.Gateway.WaitForAsync(1, 2);
        bot.Discord.Gateway.Acknowledges = false;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        await bot.Discord.Gateway.WaitForAsync(6);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 6);
        Assert.All(bot.Discord.Gateway.Closes, code => Assert.False(code is 1000 or 1001));
        Assert.Equal(1, bot.Discord.Gateway.Count(2));
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_given_up_after_two_minutes()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await FakeDiscordHost.StartAsync(time: time);
        bot.Discord.Gateway.Greets = false;
        bot.Discord.Gateway.SwallowsIdentify = true;
        bot.Run();
        await PassAsync(time, TimeSpan.FromMilliseconds(10), () => bot.Discord.Gateway.Connections == 1, steps: 2000);

        bot.Discord.Gateway.Greets = true;
        bot.Discord.Gateway.SwallowsIdentify = false;
        await PassAsync(time, TimeSpan.FromSeconds(10), () => bot.Adapter.Status.Gateway == GatewayState.Connected, steps: 2000);

        Assert.Contains("Deaf", bot.Log.All, StringComparison.Ordinal);
        Assert.Equal(GatewayState.Connected, bot.Adapter.Status.Gateway);
    }

    [Fact]
    public async Task A_gateway_that_throws_the_bot_out_again_and_again_sees_twenty_sessions_an_hour()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await FakeDiscordHost.StartAsync(time: time);
        bot.Discord.Gateway.Flaps = true;
        bot.Discord.Gateway.Resumes = false;
        bot.Run();

        // 50 minutes of the bot's time.
        for (var i = 0; i < 600; i++)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(25);
        }

        output.WriteLine($"{bot.Discord.Gateway.Count(2)} new sessions, {bot.Discord.Gateway.Connections} connections.");
        Assert.InRange(bot.Discord.Gateway.Count(2), 3, 20);
        Assert.False(bot.Adapter.Status.IsReady);
    }

    private static async Task PassAsync(FakeTimeProvider time, TimeSpan step, Func<bool> isDone, int steps)
    {
        for (var i = 0; i < steps && !isDone(); i++)
        {
            time.Advance(step);
            await Task.Delay(20);
        }
    }
}
