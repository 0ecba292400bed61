using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KorKazBot.Fakes;

namespace KorKazBot.EndToEndTests.Telegram;

/// <summary><c>serve</c> as operators start it, with the fake Bot API in Telegram's place.</summary>
public sealed class ServeTelegramTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("korkazbot-telegram");
    private readonly string _url = $"http://127.0.0.1:{FreePort()}";
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.StartAsync(TimeProvider.System);

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.Empty(_telegram.Violations);
    }

    [Fact]
    public async Task It_answers_is_ready_and_ends_in_peace()
    {
        using var program = Serve();
        _telegram.Updates.Add(FakeTelegramUpdate.Private(Question));
        await FakeTelegramHost.UntilAsync(() => _telegram.Chats.Messages.Count == 1);
        using var http = new HttpClient();
        Assert.Equal("ready", await http.GetStringAsync(new Uri($"{_url}/health/ready")));

        await program.SignalAsync("TERM");
        var ending = await program.EndAsync();

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("300 Korean companies", _telegram.Chats.Messages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", ending.Error, StringComparison.Ordinal);
        Assert.Empty(_telegram.Updates.Pending);
    }

    [Fact]
    public async Task The_owner_of_the_settings_appoints_who_then_reads_what_is_live_and_the_others_are_refused()
    {
        using var program = Serve(("Moderation__Owners", "telegram:1"));

        Assert.Contains("telegram:2 is a moderator now.", await SayAsync("/moderator add 2", user: 1), StringComparison.Ordinal);
        Assert.Contains("What answers now:", await SayAsync("/corpus", user: 2), StringComparison.Ordinal);
        Assert.Contains("Only moderators of the bot can do that.", await SayAsync("/corpus", user: 3), StringComparison.Ordinal);
        await program.SignalAsync("TERM");

        Assert.Contains("notice (telegram:2): telegram:1 made telegram:2 a moderator.", (await program.EndAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_doesnt_know_gives_3_and_one_line()
    {
        _telegram.IsRevoked = true;
        using var program = Serve();

        var ending = await program.EndAsync();

        Assert.Equal(3, ending.ExitCode);
        Assert.Single(ending.Error.Split('\n'), line => line.StartsWith("error: Telegram doesn't know the token", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", ending.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_again_and_again_it_answers_every_question_and_none_more_than_twice()
    {
        const int Users = 200;
        const int Kills = 5;
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var program = Serve();
            var asked = Users * (kill + 1) / (Kills + 1);
            for (var user = 1000 + (Users * kill / (Kills + 1)); user < 1000 + asked; user++)
                _telegram.Updates.Add(FakeTelegramUpdate.Private(Question, user));

            // Killed in the middle of it, but for the last time.
            var enough = kill < Kills ? asked - 10 : Users;
            await FakeTelegramHost.UntilAsync(() => _telegram.Chats.Messages.Select(message => message.Chat).Distinct().Count() >= enough);
            await program.KillAsync();
        }

        var answers = _telegram.Chats.Messages.CountBy(message => message.Chat).ToDictionary();
        Assert.Equal(Users, answers.Count);
        Assert.All(answers.Values, count => Assert.InRange(count, 1, 2));
    }

    private async Task<string> SayAsync(string text, long user)
    {
        _telegram.Updates.Add(FakeTelegramUpdate.Private(text, user));
        await FakeTelegramHost.UntilAsync(() => _telegram.Chats.Messages.Any(message => message.Chat == user));
        return _telegram.Chats.Messages.Single(message => message.Chat == user).Text;
    }

    private BuiltProgram Serve(params (string Name, string Value)[] more) => BuiltProgram.Start(
        ["serve"],
        null,
        [
            ("Telegram__Token", FakeTelegram.Token),
            ("Telegram__ApiUrl", _telegram.Address.ToString()),
            ("Storage__ConnectionString", Path.Combine(_folder.FullName, "bot.db")),
            ("Answering__Meaning", "Never"),
            ("Urls", _url),
            .. more,
        ]);

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
