using KorKazBot.Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

/// <summary>What watches over a gateway, whatever library it is.</summary>
public class SessionWatchTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_code_that_shuts_the_bot_out_ends_the_session_and_is_explained(int code)
    {
        var watch = Watch();

        watch.Closed(code);

        Assert.Equal(SessionEnd.ShutOut, await watch.WatchAsync(default));
        Assert.False(watch.TryIdentify());
        Assert.False(watch.TryResume());
        Assert.Contains("Discord", SessionWatch.Advice(watch.CloseCode), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4007)]
    [InlineData(4008)]
    [InlineData(4009)]
    public void Any_other_code_lets_the_client_come_back(int code)
    {
        var watch = Watch();

        watch.Closed(code);

        Assert.False(watch.IsOver);
        Assert.True(watch.TryResume());
    }

    [Fact]
    public async Task Two_minutes_of_silence_are_deafness()
    {
        var watch = Watch();
        var watching = watch.WatchAsync(default);
        for (var i = 0; i < 20; i++) await PassAsync(TimeSpan.FromSeconds(10), watch.Heard);
        Assert.False(watching.IsCompleted);

        for (var i = 0; i < 14; i++) await PassAsync(TimeSpan.FromSeconds(10), () => { });

        Assert.Equal(SessionEnd.Deaf, await watching);
    }

    [Fact]
    public async Task Three_resumes_that_lead_nowhere_are_enough()
    {
        var watch = Watch();
        for (var i = 0; i < 3; i++) Assert.True(watch.TryResume());
        watch.Connected();
        for (var i = 0; i < 3; i++) Assert.True(watch.TryResume());

        Assert.False(watch.TryResume());
        Assert.Equal(SessionEnd.Stuck, await watch.Ended);
    }

    [Fact]
    public void Sessions_are_begun_five_seconds_apart_and_twenty_in_an_hour()
    {
        var budget = new IdentifyBudget(20, _time);
        for (var i = 0; i < 20; i++)
        {
            Assert.True(budget.TryTake());
            Assert.False(budget.TryTake());
            Assert.InRange(budget.Wait, TimeSpan.FromTicks(1), i < 19 ? IdentifyBudget.Spacing : TimeSpan.FromHours(1));
            _time.Advance(IdentifyBudget.Spacing);
        }

        Assert.False(budget.TryTake());
        _time.Advance(budget.Wait);
        Assert.True(budget.TryTake());
    }

    [Fact]
    public async Task With_too_many_sessions_the_client_is_stopped()
    {
        var budget = new IdentifyBudget(1, _time);

        Assert.True(new SessionWatch(budget, _time).TryIdentify());
        var second = new SessionWatch(budget, _time);
        Assert.False(second.TryIdentify());
        Assert.Equal(SessionEnd.Spent, await second.Ended);
    }

    [Fact]
    public async Task Work_of_a_lane_keeps_its_order_and_what_fails_or_is_too_much_stops_nothing()
    {
        var lanes = new Lanes(NullLogger.Instance);
        var done = new List<int>();
        using var stop = new CancellationTokenSource();
        for (var i = 0; i < Lanes.Capacity + 10; i++)
        {
            var number = i;
            lanes.Enqueue("chat", _ => number == 5 ? throw new InvalidOperationException("5") : Note(done, number));
        }

        var finished = new TaskCompletionSource();
        var working = lanes.RunAsync(stop.Token);
        lanes.Enqueue("other", _ => Note(done, -1));
        while (!finished.Task.IsCompleted)
        {
            lanes.Enqueue("chat", _ =>
            {
                finished.TrySetResult();
                return Task.CompletedTask;
            });
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.True(lanes.Dropped >= 10);
        Assert.Equal(Enumerable.Range(0, Lanes.Capacity).Where(number => number != 5), done.Where(number => number >= 0));
    }

    private SessionWatch Watch() => new(new IdentifyBudget(20, _time), _time);

    private static Task Note(List<int> done, int number)
    {
        lock (done) done.Add(number);
        return Task.CompletedTask;
    }

    private async Task PassAsync(TimeSpan time, Action then)
    {
        _time.Advance(time);
        then();
        await Task.Delay(5);
    }
}
