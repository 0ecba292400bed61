using System.Text.Json.Nodes;
using KorKazBot.Discord;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord.DiscordNet;

/// <summary>Discord.Net against the fake gateway; compiled where the package restores.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";
    private const string Bot = FakeDiscordInteraction.Application;

    private FakeDiscordHost _bot = null!;

    private FakeDiscordGateway Gateway => _bot.Discord.Gateway;

    public async Task InitializeAsync()
    {
        _bot = (await FakeDiscordHost.StartAsync()).Run();
        await ConnectedAsync();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        Assert.Empty(_bot.Discord.Violations);
        Assert.DoesNotContain(FakeDiscord.Token, _bot.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_is_answered_with_a_reply_and_talk_among_others_is_not()
    {
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message("How many companies, anybody?"));
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message($"@everyone {Question}", ["650000000000000001"]));
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message($"<@{Bot}> {Question}", [Bot], author: Bot));
        var mention = FakeDiscordEvents.Message($"<@{Bot}> {Question}", [Bot]);
        await Gateway.TellAsync("MESSAGE_CREATE", mention);

        await _bot.Discord.WaitForAsync("POST", "/messages");
        var sent = Assert.Single(_bot.Discord.Messages)["sent"]!;
        Assert.Contains("300 Korean companies", sent.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((string)mention["id"]!, (string)sent["message_reference"]!["message_id"]!);
    }

    [Fact]
    public async Task A_reply_to_the_bot_and_a_direct_message_need_no_mention()
    {
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message(Question).ReplyingTo(Bot));
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message(Question).InPrivate());

        await _bot.Discord.WaitForAsync("POST", "/channels/710000000000000009/messages");
        await _bot.Discord.WaitForAsync("POST", $"/channels/{FakeDiscordInteraction.Channel}/messages");
    }

    [Fact]
    public async Task Commands_buttons_and_suggestions_are_answered_as_by_the_endpoint()
    {
        var command = FakeDiscordInteraction.Command("ask", ("question", Question), ("private", false));
        var answer = await AnswerAsync(command);
        Assert.Contains("300 Korean companies", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, (int)answer["data"]!["flags"]! & 64);

        var suggestions = await AnswerAsync(FakeDiscordInteraction.Typing("korean comp"));
        Assert.Equal(8, (int)suggestions["type"]!);
        Assert.NotEmpty(suggestions["data"]!["choices"]!.AsArray());

        var list = await AnswerAsync(FakeDiscordInteraction.Command("topics").With("locale", "ru"));
        var more = list["data"]!["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Last(button => button is not null)!;
        var page = await AnswerAsync(Pressed((string)more["custom_id"]!));
        Assert.Equal(7, (int)page["type"]!);

        var quote = await AnswerAsync(FakeDiscordInteraction.OnMessage(Question).With("message", null));
        Assert.Equal(64, (int)quote["data"]!["flags"]! & 64);
    }

    [Fact]
    public async Task What_is_told_again_after_a_resume_is_answered_once()
    {
        var mentions = Enumerable.Range(0, 5).Select(_ => FakeDiscordEvents.Message($"<@{Bot}> {Question}", [Bot])).ToList();
        foreach (var mention in mentions) await Gateway.TellAsync("MESSAGE_CREATE", mention);
        await _bot.Discord.WaitForAsync("POST", "/messages", 5);

        await Gateway.OrderAsync(7);
        await Gateway.WaitForAsync(6);
        foreach (var mention in mentions) await Gateway.TellAsync("MESSAGE_CREATE", mention);
        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message($"<@{Bot}> /help", [Bot]));
        await _bot.Discord.WaitForAsync("POST", "/messages", 6);

        Assert.Equal(6, _bot.Discord.Messages.Count);
        Assert.Equal(1, Gateway.Count(2));
    }

    [Fact]
    public async Task A_session_that_is_invalid_is_begun_anew_and_a_beat_is_given_when_asked_for()
    {
        var beats = Gateway.Count(1);
        await Gateway.OrderAsync(1);
        await Gateway.WaitForAsync(1, beats + 1);

        Gateway.Resumes = false;
        await Gateway.OrderAsync(7);
        await Gateway.WaitForAsync(6);
        await _bot.Discord.Gateway.WaitForAsync(2, 2);
        await ConnectedAsync();
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4008)]
    [InlineData(4009)]
    public async Task After_any_other_close_it_comes_back(int code)
    {
        await Gateway.CloseAsync(code);
        await Gateway.WaitForAsync(6);

        await Gateway.TellAsync("MESSAGE_CREATE", FakeDiscordEvents.Message($"<@{Bot}> {Question}", [Bot]));
        await _bot.Discord.WaitForAsync("POST", "/messages");
        Assert.Equal(1, Gateway.Count(2));
    }

    [Fact]
    public async Task A_hundred_commands_in_a_row_are_answered_fast()
    {
        await AnswerAsync(FakeDiscordInteraction.Command("help"));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < 100; i++) await AnswerAsync(FakeDiscordInteraction.Command("ask", ("question", Question)));

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static JsonObject Pressed(string id)
    {
        var press = FakeDiscordInteraction.Press(id);
        var message = FakeDiscordEvents.Message("a list", author: Bot);
        message["flags"] = 64;
        press["message"] = message;
        return press;
    }

    private async Task<JsonNode> AnswerAsync(JsonObject interaction)
    {
        interaction["member"]!["joined_at"] = "2026-01-01T00:00:00Z";
        interaction["member"]!["deaf"] = false;
        interaction["member"]!["mute"] = false;
        interaction["member"]!["flags"] = 0;
        await Gateway.TellAsync("INTERACTION_CREATE", interaction);
        var call = await _bot.Discord.WaitForAsync("POST", $"/interactions/{interaction["id"]}/");
        return JsonNode.Parse(call.Body)!;
    }

    private async Task ConnectedAsync()
    {
        for (var i = 0; i < 3000 && _bot.Adapter.Status.Gateway != GatewayState.Connected; i++) await Task.Delay(10);
        Assert.True(_bot.Adapter.Status.IsReady, _bot.Adapter.Status.Summary + _bot.Log.All);
    }
}
