using System.Text.Json.Nodes;
using KorKazBot.Engine;
using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord;

/// <summary>What people use, over the first interview.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";

    private FakeDiscordHost _bot = null!;

    public async Task InitializeAsync() => _bot = await FakeDiscordHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        Assert.Empty(_bot.Discord.Violations);
    }

    [Fact]
    public async Task A_question_is_answered_with_the_quote_for_the_asker_alone()
    {
        var answer = await AskAsync(Question);

        Assert.Equal(4, (int)answer["type"]!);
        Assert.Equal(64, Flags(answer));
        Assert.Contains("more than 300 Korean companies are doing their businesses in Kazakhstan.**", Description(answer), StringComparison.Ordinal);
        Assert.Contains("Koo Hong-seok", (string)answer["data"]!["embeds"]![0]!["footer"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_the_two_of_us_everybody_sees_it()
    {
        var answer = await _bot.SendAsync(FakeDiscordInteraction.Command("ask", ("question", Question)).Direct());

        Assert.Equal(0, Flags(answer));
        Assert.DoesNotContain("Share", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 64)]
    public async Task Who_asks_says_who_sees_it(bool isPrivate, int flags)
    {
        JsonObject Ask() => FakeDiscordInteraction.Command("ask", ("question", Question), ("private", isPrivate));

        Assert.Equal(flags, Flags(await _bot.SendAsync(Ask())));
        Assert.Equal(flags, Flags(await _bot.SendAsync(Ask().Direct())));
    }

    [Theory]
    [InlineData("ko", "en-US", "인터뷰")]
    [InlineData("ru", "en-US", "интервью")]
    [InlineData("de", "ru", "интервью")]
    [InlineData("de", "fr", "interview")]
    public async Task The_language_of_the_client_is_the_language_of_the_bot(string locale, string server, string word)
    {
        var about = await _bot.SendAsync(FakeDiscordInteraction.Command("about").With("locale", locale).With("guild_locale", server));

        Assert.Contains(word, Content(about), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_speaks_the_language_that_was_set_there()
    {
        await _bot.Store.ChangeAsync(new ChatId("discord", FakeDiscordInteraction.Guild), chat => chat with { Language = Language.Kazakh }, default);

        Assert.Contains("сұхбат", Content(await _bot.SendAsync(FakeDiscordInteraction.Command("about"))), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("about")]
    [InlineData("start")]
    [InlineData("topics")]
    [InlineData("lang")]
    public async Task Every_command_has_its_answer(string name)
    {
        var answer = await _bot.SendAsync(FakeDiscordInteraction.Command(name));

        Assert.DoesNotContain("don't know the command", Content(answer), StringComparison.Ordinal);
        Assert.Equal(64, Flags(answer) & 64);
    }

    [Fact]
    public async Task A_chosen_language_is_spoken_from_then_on()
    {
        await _bot.SendAsync(FakeDiscordInteraction.Command("lang", ("language", "ru")));

        Assert.Contains("интервью", Content(await _bot.SendAsync(FakeDiscordInteraction.Command("about"))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_question_that_looks_like_a_command_is_a_question()
    {
        await AskAsync("/lang ru");

        Assert.Contains("interview", Content(await _bot.SendAsync(FakeDiscordInteraction.Command("about"))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_quote_for_somebodys_message_is_found()
    {
        var answer = await _bot.SendAsync(FakeDiscordInteraction.OnMessage(Question));

        Assert.Contains("300 Korean companies", Description(answer), StringComparison.Ordinal);
        Assert.Equal(64, Flags(answer));
        Assert.NotEqual("", Content(await _bot.SendAsync(FakeDiscordInteraction.OnMessage(""))));
    }

    [Fact]
    public async Task Pages_turn_in_place_and_quotes_come_as_messages_of_their_own()
    {
        var list = await _bot.SendAsync(FakeDiscordInteraction.Command("topics"));
        var next = await _bot.SendAsync(FakeDiscordInteraction.Press(ButtonId(list, "More questions")));
        var quote = await _bot.SendAsync(FakeDiscordInteraction.Press((string)Buttons(next).First()["custom_id"]!));
        var topics = await _bot.SendAsync(FakeDiscordInteraction.Press(ButtonId(quote, "What can I ask?")));

        Assert.Equal([7, 4, 4], new[] { next, quote, topics }.Select(answer => (int)answer["type"]!));
        Assert.NotEqual(Content(list), Content(next));
        Assert.NotEqual("", Description(quote));
        Assert.Equal(64, Flags(quote));
    }

    [Fact]
    public async Task Only_who_asked_changes_a_message_that_all_see()
    {
        var more = ButtonId(await _bot.SendAsync(FakeDiscordInteraction.Command("topics")), "More questions");

        var own = await _bot.SendAsync(FakeDiscordInteraction.Press(more, flags: 0));
        var others = await _bot.SendAsync(FakeDiscordInteraction.Press(more, flags: 0, asker: "650000000000000009"));

        Assert.Equal(7, (int)own["type"]!);
        Assert.Equal(4, (int)others["type"]!);
        Assert.Equal(64, Flags(others) & 64);
    }

    [Fact]
    public async Task A_shared_quote_is_the_one_that_was_seen_for_all_and_says_by_whom()
    {
        var seen = await AskAsync(Question);
        var shared = await _bot.SendAsync(FakeDiscordInteraction.Press(ButtonId(seen, "Share in the channel")));

        Assert.Equal(4, (int)shared["type"]!);
        Assert.Equal(0, Flags(shared));
        Assert.Equal(Description(seen) + "\n-# Shared by kim", Description(shared));
        Assert.DoesNotContain("Share in", shared.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_completed_to_questions_of_the_interviews()
    {
        var blank = Choices(await _bot.SendAsync(FakeDiscordInteraction.Typing("")));
        var typed = Choices(await _bot.SendAsync(FakeDiscordInteraction.Typing("korean comp")));
        var korean = Choices(await _bot.SendAsync(FakeDiscordInteraction.Typing("").With("locale", "ko")));
        var nothing = Choices(await _bot.SendAsync(FakeDiscordInteraction.Typing("borscht recipe")));

        Assert.InRange(blank.Count, 3, 25);
        Assert.InRange(typed.Count, 1, 25);
        Assert.All(typed, choice => Assert.Contains("orean", choice.Name, StringComparison.Ordinal));
        Assert.Contains(korean, choice => choice.Name.Any(letter => letter is >= '가' and <= '힣'));
        Assert.Empty(nothing);
        Assert.All(blank.Concat(typed).Concat(korean), choice => Assert.InRange(choice.Name.Length, 1, 100));
        Assert.All(blank.Concat(typed).Concat(korean), choice => Assert.InRange(choice.Value.Length, 1, 100));
    }

    [Fact]
    public async Task Every_suggestion_leads_to_the_quote_that_it_promises()
    {
        foreach (var typed in new[] { "", "a", "кор", "한", "қ" })
        {
            foreach (var choice in Choices(await _bot.SendAsync(FakeDiscordInteraction.Typing(typed).With("locale", typed == "" ? "en-US" : "ru"))))
            {
                var embed = (await AskAsync(choice.Value))["data"]!["embeds"]![0]!;
                Assert.NotEqual("", (string)embed["description"]!);
            }
        }
    }

    [Fact]
    public async Task Nobody_is_pinged_by_a_question()
    {
        var answer = await AskAsync("@everyone <@1> [bank](http://evil) ``` zzzqqq?");

        var content = Content(answer);
        if (content.Length > 0) MarkdownReader.Seen(content);
    }

    private Task<JsonNode> AskAsync(string question) => _bot.SendAsync(FakeDiscordInteraction.Command("ask", ("question", question)));

    private static string Description(JsonNode answer) => (string)answer["data"]!["embeds"]![0]!["description"]!;

    private static string Content(JsonNode answer) => (string)answer["data"]!["content"]!;

    private static int Flags(JsonNode answer) => (int)answer["data"]!["flags"]! & 64;

    private static List<(string Name, string Value)> Choices(JsonNode answer) =>
        [.. answer["data"]!["choices"]!.AsArray().Select(choice => ((string)choice!["name"]!, (string)choice["value"]!))];

    private static IEnumerable<JsonNode> Buttons(JsonNode answer) =>
        answer["data"]!["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(button => button!);

    private static string ButtonId(JsonNode answer, string label) =>
        (string)Buttons(answer).Single(button => (string)button["label"]! == label)["custom_id"]!;
}
