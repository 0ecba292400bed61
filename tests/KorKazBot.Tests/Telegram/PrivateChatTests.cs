using System.Text.Json.Nodes;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Telegram;

/// <summary>What people use between the two of them and the bot.</summary>
public sealed class PrivateChatTests : TelegramConversation
{
    [Fact]
    public async Task A_question_is_answered_with_the_quote_and_its_source()
    {
        var answer = await AskAsync(Question);

        Assert.Contains(Quoted, answer.Sentence, StringComparison.Ordinal);
        Assert.Contains("Koo Hong-seok", answer.Text, StringComparison.Ordinal);
        Assert.Contains("companies", answer.Text.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal((11, null, null), (answer.Chat, answer.ReplyTo, answer.Topic));
        Assert.True((bool)answer.Request["link_preview_options"]!["is_disabled"]!);
    }

    [Theory]
    [InlineData("ru", "интервью")]
    [InlineData("kk", "сұхбат")]
    [InlineData("ko", "인터뷰")]
    [InlineData("en-GB", "interview")]
    [InlineData("de", "interview")]
    [InlineData("../x", "interview")]
    public async Task The_language_of_the_client_is_the_language_of_the_bot(string client, string word) =>
        Assert.Contains(word, (await AskAsync("/about", language: client)).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task A_chosen_language_is_spoken_from_then_on()
    {
        var choice = await AskAsync("/lang");
        var chosen = Assert.Single(await Bot.PressAsync(choice, "Русский"));

        Assert.True(chosen.IsEdit);
        Assert.Contains("интервью", (await AskAsync("/about")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/start")]
    [InlineData("/help")]
    [InlineData("/topics")]
    [InlineData("/about")]
    [InlineData("/lang")]
    [InlineData("/ask")]
    [InlineData("/HELP@korkaztestbot")]
    public async Task Every_command_has_its_answer(string command) =>
        Assert.DoesNotContain("don't know the command", (await AskAsync(command)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_link_opens_its_passage_and_nobody_is_hurt_by_a_wrong_one()
    {
        var passage = FakeTelegramPorts.Corpus.Snapshot.Passages[3];

        var shown = await AskAsync($"/start {passage.Id.Replace('.', '_')}");
        var wrong = await AskAsync("/start id_1_OR__");

        Assert.Equal(passage.Text, shown.Quotes.First());
        Assert.Empty(wrong.Quotes);
    }

    [Fact]
    public async Task Pages_turn_in_place_and_quotes_come_as_messages_of_their_own()
    {
        var list = await AskAsync("/topics");
        var next = Assert.Single(await Bot.PressAsync(list, "More questions"));
        var quote = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.Press(next.Buttons[0].Data, next.Message)));

        Assert.True(next.IsEdit);
        Assert.NotEqual(list.Text, next.Text);
        Assert.False(quote.IsEdit);
        Assert.NotEmpty(quote.Quotes);
        Assert.Equal(2, Bot.Telegram.CallsOf("answerCallbackQuery").Count());
        Assert.All(list.Buttons.Concat(next.Buttons), button => Assert.InRange(button.Data.Length, 1, 64));
    }

    // Row 60.
    [Fact]
    public async Task A_page_that_is_there_already_is_no_failure()
    {
        var list = await AskAsync("/topics");
        await Bot.PressAsync(list, "More questions");

        Assert.Empty(await Bot.PressAsync(list, "More questions"));
        Assert.Empty(Bot.Store.Buried);
        Assert.Equal(2, Bot.Telegram.CallsOf("editMessageText").Count());
    }

    [Fact]
    public async Task A_page_that_was_deleted_comes_as_a_message()
    {
        var list = await AskAsync("/topics");
        Bot.Telegram.Next("editMessageText", FakeTelegramAnswer.Refused(400, "Bad Request: message to edit not found"));

        Assert.False(Assert.Single(await Bot.PressAsync(list, "More questions")).IsEdit);
    }

    [Fact]
    public async Task A_question_is_followed_up()
    {
        await AskAsync(Question);

        Assert.NotEmpty((await AskAsync("And which ones?")).Text);
    }

    // Rows 1, 4, 8, 10, 11, 13, 17.
    [Theory]
    [InlineData("the of and")]
    [InlineData("KAIST (")]
    [InlineData("*")]
    [InlineData("id:1 OR *:*")]
    [InlineData("/.*a.{30}/")]
    [InlineData("'; DROP TABLE {0} %n ${jndi:ldap://x} {{7*7}}")]
    [InlineData("<b>KAIST</b> & <a href='tg://user?id=1'>x</a>")]
    [InlineData("ＫＡＩＳＴ \u0000\u001b[2J")]
    [InlineData("a\u202Eb\u2066c 👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData("ru қазақ 한국어 English вместе")]
    public async Task Whatever_is_typed_has_one_answer_that_Telegram_takes(string text) => await AskWholeAsync(text);

    // Rows 2, 3, 5.
    [Theory]
    [InlineData("a", 4096)]
    [InlineData("👨‍👩‍👧‍👦", 300)]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", 400)]
    [InlineData("word ", 800)]
    public async Task However_much_is_typed_it_has_one_answer(string piece, int times) =>
        await AskWholeAsync(string.Concat(Enumerable.Repeat(piece, times)));

    // Row 4: Telegram's own JSON carries the half as an escape.
    [Fact]
    public async Task Half_a_character_is_no_harm()
    {
        Bot.Telegram.Updates.Add((77, FakeTelegramUpdates.Message(77, 7, @"KAIST \ud83d")));
        await Bot.SettledAsync();

        Assert.Single(Bot.Telegram.Chats.Shown);
        Assert.Empty(Bot.Store.Buried);
    }

    // Row 19.
    [Fact]
    public async Task Who_asks_too_much_is_told_once()
    {
        var shown = await Bot.SayAsync(Enumerable.Range(0, 50).Select(_ => FakeTelegramUpdate.Private(Question)));

        Assert.Equal(5, shown.Count(each => each.Sentence.Length > 0));
        Assert.Equal(Texts.In(Language.English).TooFast, Assert.Single(shown, each => each.Sentence.Length == 0).Text);
        Bot.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotEmpty((await AskAsync(Question)).Sentence);
    }

    // Row 20: the last is a command to clients, but its а is Cyrillic.
    [Fact]
    public async Task Ask_is_understood_as_people_write_it()
    {
        Assert.Contains("/ask", (await AskAsync("/ask")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await AskAsync($"/ask@{FakeTelegramUpdate.BotName} {Question}")).Sentence);
        Assert.NotEmpty((await AskAsync($"/ask\u00A0{Question}")).Sentence);
        Assert.Empty(await Bot.SayAsync(FakeTelegramUpdate.Private("/ask@AnotherBot hello", user: 12)));
        Assert.Contains("/аsk", (await AskAsync($"/аsk {Question}", user: 12)).Text, StringComparison.Ordinal);
    }

    // Row 37.
    [Fact]
    public async Task What_was_asked_long_ago_is_not_answered_but_said_once()
    {
        JsonObject Old(TimeSpan age) => FakeTelegramUpdate.Private(Question).Having("date", (Bot.Clock.GetUtcNow() - age).ToUnixTimeSeconds());

        var old = await Bot.SayAsync(Old(TimeSpan.FromHours(23)), Old(TimeSpan.FromHours(2)));
        var recent = await Bot.SayAsync(Old(TimeSpan.FromMinutes(59)));

        Assert.Equal(Texts.In(Language.English).WasAway, Assert.Single(old).Text);
        Assert.NotEmpty(Assert.Single(recent).Sentence);
    }

    // Row 47.
    [Fact]
    public async Task A_picture_is_hinted_at_once_an_hour()
    {
        JsonObject Sticker() => FakeTelegramUpdate.Private(null).Having("location", new JsonObject { ["latitude"] = 1.5, ["longitude"] = 1.5 });

        var shown = await Bot.SayAsync(Sticker(), Sticker());
        await Bot.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(Texts.In(Language.English).OnlyText, Assert.Single(shown).Text);
        Assert.Single(await Bot.SayAsync(Sticker()));
    }

    // Row 42: another bot's, changed, too long.
    [Theory]
    [InlineData("feedback:1")]
    [InlineData("t0AAAAAAAA")]
    [InlineData("~t0AAAAAAAA")]
    [InlineData("€€€€€€€€€€€€€€€€€€€€€")]
    public async Task A_button_that_isnt_ours_is_refused_politely(string data)
    {
        var list = await AskAsync("/topics");

        Assert.Empty(await Bot.SayAsync(FakeTelegramUpdate.Press(data, list.Message)));
        var told = Assert.Single(Bot.Telegram.CallsOf("answerCallbackQuery"));
        Assert.Equal(Texts.In(Language.English).ButtonStale, (string)told["text"]!);
        Assert.True((bool)told["show_alert"]!);
    }

    // Row 43.
    [Fact]
    public async Task A_press_answered_late_is_answered_all_the_same()
    {
        var list = await AskAsync("/topics");
        var press = FakeTelegramUpdate.Press(list.Buttons[0].Data, list.Message);
        press["callback_query"]!["id"] = "old1";

        Assert.NotEmpty(Assert.Single(await Bot.SayAsync(press)).Quotes);
        Assert.Empty(Bot.Store.Buried);
    }

    private async Task AskWholeAsync(string text)
    {
        Assert.NotEmpty(await Bot.SayAsync(FakeTelegramUpdate.Private(text)));
        Assert.Empty(FakeTelegramPorts.Failures);
        Assert.Empty(Bot.Store.Buried);
    }
}
