using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using KorKazBot.Fakes;
using Xunit.Abstractions;

namespace KorKazBot.EndToEndTests.Discord;

/// <summary>Many interactions in a row over loopback. KORKAZBOT_INTERACTIONS sets how many, and then the goal for the time counts, too.</summary>
public sealed class DiscordLoadTests(ITestOutputHelper output)
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("KORKAZBOT_INTERACTIONS");

    private static readonly string[] Questions =
    [
        "How many Korean companies work in Kazakhstan?", "What about trade in 2019?", "Сколько корейских компаний в Казахстане?",
        "카자흐스탄에 한국 기업이 몇 개 있나요?", "Қазақстанда қанша корей компаниясы бар?", "What is the recipe for borscht?", "thanks!", "zzz qqq @everyone",
    ];

    [Fact]
    public async Task Every_interaction_in_a_row_is_answered_in_time()
    {
        var count = int.Parse(Wanted ?? "1000", CultureInfo.InvariantCulture);
        var goal = Wanted is null ? 500 : 50;
        await using var bot = await FakeDiscordHost.StartAsync();
        var milliseconds = new List<double>(count);
        var refused = 0;
        var list = await bot.SendAsync(FakeDiscordInteraction.Command("topics"));
        var press = (string)list["data"]!["components"]![0]!["components"]![0]!["custom_id"]!;

        for (var i = 0; i < count; i++)
        {
            if (i % 20 == 0)
            {
                using var forged = new FakeDiscordSigner();
                var request = forged.Request(bot.Endpoint, Next(i, press).ToJsonString(), TimeProvider.System.GetUtcNow());
                if (await bot.StatusOfAsync(request) == 401) refused++;
            }

            var began = Stopwatch.GetTimestamp();
            await bot.SendAsync(Next(i, press));
            milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        bot.JudgeAnswers();
        milliseconds.Sort();
        var p99 = milliseconds[(int)(0.99 * count)];
        output.WriteLine(FormattableString.Invariant(
            $"{count} interactions: p50 {milliseconds[count / 2]:F2} ms, p99 {p99:F2} ms, max {milliseconds[^1]:F1} ms; {refused} forged refused."));
        output.WriteLine(FakeDiscordSpec.Missing ?? "Every answer was judged by Discord's document.");
        Assert.Equal((count + 19) / 20, refused);
        Assert.InRange(p99, 0, goal);
        Assert.InRange(milliseconds[^1], 0, 2000);
        Assert.Empty(bot.Discord.Violations);
        Assert.Empty(bot.Store.Buried);
    }

    private static JsonObject Next(int number, string press) => (number % 10) switch
    {
        0 => FakeDiscordInteraction.Ping(),
        1 or 2 => FakeDiscordInteraction.Typing(Questions[number % Questions.Length][..3]),
        3 => FakeDiscordInteraction.Press(press),
        4 => FakeDiscordInteraction.OnMessage(Questions[number % Questions.Length]),
        5 => FakeDiscordInteraction.Command("topics").Direct(),
        _ => FakeDiscordInteraction.Command("ask", ("question", $"{Questions[number % Questions.Length]}")),
    };
}
