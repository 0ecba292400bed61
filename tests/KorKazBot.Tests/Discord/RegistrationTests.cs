using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KorKazBot.Discord;
using KorKazBot.Discord.Commands;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord;

/// <summary>What happens between start and the first question.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Commands_are_registered_once_and_then_only_when_they_differ()
    {
        await using var bot = await FakeDiscordHost.StartAsync();

        await StartedAsync(bot);
        Assert.Equal(BotCommands.All.Length, bot.Discord.Commands.Count);
        await StartedAsync(bot);
        Assert.Single(bot.Discord.Calls, call => call.Method == "PUT");

        bot.Discord.Commands[0]!["description_localizations"]!["ru"] = "было иначе";
        await StartedAsync(bot);
        Assert.Equal(2, bot.Discord.Calls.Count(call => call.Method == "PUT"));

        bot.Discord.Commands.RemoveAt(1);
        await StartedAsync(bot);
        Assert.Equal(3, bot.Discord.Calls.Count(call => call.Method == "PUT"));
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task The_token_is_tried_before_anything_else()
    {
        await using var bot = await FakeDiscordHost.StartAsync(options => options.Token = "wrong");

        var failure = await Assert.ThrowsAsync<DiscordException>(() => bot.Adapter.RunAsync(default));

        Assert.Contains("Discord:Token", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, bot.Adapter.Status.Problem);
        Assert.False(bot.Adapter.Status.IsReady);
        Assert.Equal("/api/v10/users/@me", bot.Discord.Calls.Single().Path);
    }

    [Fact]
    public async Task A_key_or_an_id_of_another_application_is_told()
    {
        await using var wrongKey = await FakeDiscordHost.StartAsync();
        wrongKey.Discord.VerifyKey = new string('a', 64);
        await using var wrongId = await FakeDiscordHost.StartAsync(options => options.ApplicationId = "5");

        var aboutKey = await Assert.ThrowsAsync<DiscordException>(() => wrongKey.Adapter.RunAsync(default));
        var aboutId = await Assert.ThrowsAsync<DiscordException>(() => wrongId.Adapter.RunAsync(default));

        Assert.Contains("Discord:PublicKey", aboutKey.Message, StringComparison.Ordinal);
        Assert.Contains("Discord:ApplicationId", aboutId.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_at_the_start_is_sat_out_while_the_endpoint_answers()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        for (var i = 0; i < 2; i++) bot.Discord.Refuse("users/@me", 503, "<html>");

        bot.Run();
        Assert.Equal(4, (int)(await bot.SendAsync(FakeDiscordInteraction.Command("help")))["type"]!);
        await bot.Discord.WaitForAsync("PUT", "commands");
    }

    [Fact]
    public async Task Without_a_token_the_endpoint_answers_and_Discord_isnt_called()
    {
        await using var bot = (await FakeDiscordHost.StartAsync(options => options.Token = "")).Run();

        await bot.SendAsync(FakeDiscordInteraction.Command("help"));

        Assert.Empty(bot.Discord.Calls);
        Assert.NotEqual(GatewayState.Connecting, bot.Adapter.Status.Gateway);
        Assert.Contains("interactions at /discord/interactions", bot.Adapter.Status.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_public_key_there_is_no_endpoint()
    {
        await using var bot = await FakeDiscordHost.StartAsync(options => options.PublicKey = "");

        Assert.Equal(404, await bot.StatusOfAsync(bot.Signer.Request(bot.Endpoint, "{}", TimeProvider.System.GetUtcNow())));
        Assert.False(bot.Adapter.Status.ServesInteractions);
    }

    [Fact]
    public void What_the_document_doesnt_say_about_commands_holds_too()
    {
        var json = JsonNode.Parse(DiscordJson.Write(BotCommands.All))!.AsArray();

        Assert.Equal(json.Count, json.Select(command => (string)command!["name"]!).Distinct().Count());
        foreach (var command in json.OfType<JsonObject>())
        {
            var isSlash = (int)command["type"]! == 1;
            Assert.Equal(isSlash, command["description"] is not null);
            Assert.Equal("[0,1,2]", command["contexts"]!.ToJsonString());
            Assert.Equal("[0,1]", command["integration_types"]!.ToJsonString());
            var names = command["name_localizations"]!.AsObject().Select(each => (string)each.Value!).Append((string)command["name"]!);
            Assert.Equal(["ko", "ru"], command["name_localizations"]!.AsObject().Select(each => each.Key).Order());
            Assert.All(names, name => Assert.Matches(isSlash ? @"^[-_'\p{L}\p{N}]{1,32}$" : "^.{1,32}$", name));
            if (isSlash) Assert.All(names, name => Assert.Equal(name.ToLowerInvariant(), name));
            Assert.InRange(Regex.Count(command.ToJsonString(), @"\p{L}|\p{N}| "), 1, 8000);
        }

        Assert.Empty(FakeDiscordSpec.Problems("PUT", "/applications/1/commands", json.ToJsonString()));
    }

    [Theory]
    [InlineData("Token", "a b")]
    [InlineData("Token", "a\n")]
    [InlineData("ApplicationId", "mine")]
    [InlineData("PublicKey", "abc")]
    [InlineData("PublicKey", "zz5a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    [InlineData("ApiUrl", "https://discord.com/api")]
    [InlineData("ApiUrl", "http://discord.com/api/v10/")]
    [InlineData("ApiUrl", "discord")]
    [InlineData("GatewayUrl", "https://gateway.discord.gg")]
    [InlineData("GatewayUrl", "ws://gateway.discord.gg")]
    [InlineData("Shards", "0")]
    public void A_setting_that_cant_be_used_is_named(string key, string value)
    {
        var options = new DiscordOptions();
        var property = typeof(DiscordOptions).GetProperty(key)!;
        property.SetValue(options, property.PropertyType == typeof(int) ? int.Parse(value, CultureInfo.InvariantCulture) : value);

        var (broken, reason) = Assert.Single(options.Broken());
        Assert.Equal($"Discord:{key}", broken);
        Assert.DoesNotContain("a b", reason, StringComparison.Ordinal);
        Assert.Empty(new DiscordOptions().Broken());
    }

    // Runs until the commands are compared, then stops: as a restart.
    private static async Task StartedAsync(FakeDiscordHost bot)
    {
        using var stop = new CancellationTokenSource();
        var compared = bot.Discord.Calls.Count(call => call.Method == "GET" && call.Path.EndsWith("/commands", StringComparison.Ordinal));
        var running = bot.Adapter.RunAsync(stop.Token);
        await bot.Discord.WaitForAsync("GET", "/commands", compared + 1);
        for (var i = 0; i < 3000 && !bot.Adapter.Status.HasCommands; i++) await Task.Delay(10);
        await stop.CancelAsync();
        await running;
    }
}
