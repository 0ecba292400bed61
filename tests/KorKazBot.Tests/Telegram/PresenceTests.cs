using System.Text.Json.Nodes;
using KorKazBot.Fakes;
using KorKazBot.Telegram;

namespace KorKazBot.Tests.Telegram;

/// <summary>What is seen of the bot before anybody asks.</summary>
public sealed class PresenceTests : TelegramConversation
{
    private IReadOnlyDictionary<string, JsonNode> Set => Bot.Telegram.Profile.Texts;

    [Fact]
    public async Task Menus_and_profile_are_there_in_each_language_for_each_kind_of_chat()
    {
        await FakeTelegramHost.UntilAsync(() => Set.Count == 20);

        foreach (var language in new[] { "", "ru", "kk", "ko" })
        {
            foreach (var scope in new[] { "all_private_chats", "all_group_chats", "all_chat_administrators" })
            {
                var commands = Set[$"MyCommands {scope} {language}"].AsArray();
                Assert.Contains(commands, command => (string)command!["command"]! == "ask");
                Assert.All(commands, command => Assert.Matches("^[a-z0-9_]{1,32}$", (string)command!["command"]!));
            }

            Assert.InRange(((string)Set[$"MyDescription {language}"]!).Length, 20, 512);
            Assert.InRange(((string)Set[$"MyShortDescription {language}"]!).Length, 10, 120);
        }

        Assert.NotEqual((string)Set["MyDescription "]!, (string)Set["MyDescription ko"]!);
    }

    [Fact]
    public async Task What_is_set_already_is_not_set_again()
    {
        await FakeTelegramHost.UntilAsync(() => Set.Count == 20);
        await Bot.StopAsync();
        Bot.Telegram.Profile.Set("setMyDescription", new JsonObject { ["description"] = "by hand", ["language_code"] = "ru" });
        var before = Sets();

        using var stop = new CancellationTokenSource();
        var again = Bot.Adapter.RunAsync(stop.Token);
        await FakeTelegramHost.UntilAsync(() => Bot.Telegram.CallsOf("getMyShortDescription").Count() == 8);
        await stop.CancelAsync();
        await again;

        Assert.Equal(before + 1, Sets());
    }

    [Fact]
    public async Task Menus_that_are_refused_keep_nobody_from_being_answered()
    {
        await using var bot = await FakeTelegramHost.StartAsync();
        bot.Telegram.Next("getMyCommands", FakeTelegramAnswer.Refused(400, "Bad Request: language is banned"));
        await bot.RunAsync();

        Assert.Single(await bot.SayAsync(FakeTelegramUpdate.Private("/help")));
        await FakeTelegramHost.UntilAsync(() => bot.Log.All.Contains("language is banned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_status_tells_name_and_privacy_mode()
    {
        Assert.True(Bot.Adapter.Status.IsReady);
        Assert.Contains($"@{FakeTelegramUpdate.BotName}: receiving by polling; privacy mode", Bot.Adapter.Status.Summary, StringComparison.Ordinal);

        await using var reading = await FakeTelegramHost.StartAsync();
        reading.Telegram.Me["can_read_all_group_messages"] = true;
        reading.Telegram.Me["supports_inline_queries"] = false;
        await reading.RunAsync();

        Assert.True(reading.Adapter.Status.CanReadAllGroupMessages);
        Assert.EndsWith("reads all that is said in groups; inline mode is off", reading.Adapter.Status.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_of_the_past_is_removed_and_what_waits_is_kept()
    {
        await using var bot = await FakeTelegramHost.StartAsync();
        bot.Telegram.Updates.SetWebhook("https://old.example");
        bot.Give(FakeTelegramUpdate.Private("/help"));
        await bot.RunAsync();
        await bot.SettledAsync();

        Assert.Single(bot.Telegram.Chats.Messages);
        Assert.False((bool?)bot.Telegram.CallsOf("deleteWebhook").First()["drop_pending_updates"] ?? false);
    }

    [Theory]
    [InlineData("", "Telegram:Token is empty")]
    [InlineData("canary", "Telegram:Token is not a bot token")]
    public void A_token_that_cant_be_one_is_told_before_anything_is_sent(string token, string words)
    {
        var exception = Assert.Throws<TelegramException>(
            () => new TelegramAdapter(new TelegramOptions { Token = token }, Bot.Ports, TimeProvider.System, new FakeTelegramLog()));

        Assert.StartsWith(words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
    }

    private int Sets() => Bot.Telegram.Calls.Count(call => call.Method.StartsWith("setMy", StringComparison.Ordinal));
}
