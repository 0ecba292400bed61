using System.Text.Json.Nodes;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Fakes;
using KorKazBot.Telegram.Updates;

namespace KorKazBot.Tests.Telegram;

/// <summary>In groups: heard when spoken to, and otherwise not there.</summary>
public sealed class GroupTests : TelegramConversation
{
    [Theory]
    [InlineData("/ask " + Question)]
    [InlineData("/ASK@KorKazTestBOT " + Question)]
    [InlineData("/topics")]
    public async Task Commands_are_answered_as_replies(string text)
    {
        var asked = FakeTelegramUpdate.InGroup(text);

        var answer = Assert.Single(await Bot.SayAsync(asked));

        Assert.Equal((Group, (int)asked["message"]!["message_id"]!), (answer.Chat, answer.ReplyTo));
        Assert.True((bool)answer.Request["reply_parameters"]!["allow_sending_without_reply"]!);
    }

    // Rows 38, 39, 41.
    [Fact]
    public async Task What_is_not_for_the_bot_is_neither_answered_nor_kept()
    {
        var channel = new JsonObject { ["id"] = -1009, ["type"] = "channel", ["title"] = "News" };
        var origin = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "x", ["date"] = 1 };
        var bot = FakeTelegramUpdate.Me().Knowing(("id", 99));

        var shown = await Bot.SayAsync(
            FakeTelegramUpdate.InGroup(Question),
            FakeTelegramUpdate.InGroup("/ask@AnotherBot " + Question),
            FakeTelegramUpdate.InGroup("/weather"),
            FakeTelegramUpdate.InGroup("/ask x").Having("forward_origin", origin.DeepClone()),
            FakeTelegramUpdate.InGroup("/ask x").Having("from", bot.DeepClone()),
            FakeTelegramUpdate.InGroup("/ask x").Having("via_bot", bot),
            FakeTelegramUpdate.InGroup("/ask x").Having("is_automatic_forward", true).Having("sender_chat", channel.DeepClone()),
            FakeTelegramUpdate.InGroup("/ask x").Having("sender_chat", channel.DeepClone()),
            new JsonObject { ["edited_message"] = FakeTelegramUpdate.InGroup("/ask x")["message"]!.DeepClone() },
            new JsonObject { ["channel_post"] = FakeTelegramUpdate.Message("/ask x", channel) });

        Assert.Empty(shown);
        Assert.Equal(0, Bot.Store.Known);
    }

    [Fact]
    public async Task A_mention_and_a_reply_to_the_bot_are_questions()
    {
        var mention = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup($"@{FakeTelegramUpdate.BotName}, {Question}").Mentioning()));
        var reply = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup(Question).ReplyingTo(mention.Message)));
        var toOthers = await Bot.SayAsync(FakeTelegramUpdate.InGroup(Question).ReplyingTo(Others("hello")));

        Assert.NotEmpty(mention.Sentence);
        Assert.NotEmpty(reply.Sentence);
        Assert.Empty(toOthers);
    }

    [Fact]
    public async Task The_quote_for_somebodys_message_is_found()
    {
        var shown = await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask").ReplyingTo(Others(Question)));

        Assert.Contains(Quoted, Assert.Single(shown).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_group_asks_without_a_word_to_the_bot()
    {
        Bot.Store.Set($"{Group}", old => old with { IsOpen = true });

        Assert.NotEmpty(Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup(Question))).Sentence);
        Assert.Empty(await Bot.SayAsync(FakeTelegramUpdate.InGroup(Question).ReplyingTo(Others("hello"))));
    }

    [Fact]
    public async Task A_group_speaks_the_language_that_was_set_there()
    {
        Bot.Store.Set($"{Group}", old => old with { Language = Language.Korean });

        Assert.Contains("인터뷰", Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/about"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_stay_in_their_topic()
    {
        var inTopic = FakeTelegramUpdate.InGroup("/ask " + Question).Having("is_topic_message", true).Having("message_thread_id", 5);
        var inThread = FakeTelegramUpdate.InGroup("/ask " + Question).Having("message_thread_id", 6);

        var shown = await Bot.SayAsync(inTopic, inThread);

        Assert.Equal([5, null], shown.Select(each => each.Topic));
    }

    // Row 48.
    [Fact]
    public async Task Where_the_topic_was_deleted_the_answer_comes_once_without()
    {
        Bot.Telegram.Next("sendMessage", FakeTelegramAnswer.Refused(400, "Bad Request: message thread not found"));
        var inTopic = FakeTelegramUpdate.InGroup("/ask " + Question).Having("is_topic_message", true).Having("message_thread_id", 5);

        var answer = Assert.Single(await Bot.SayAsync(inTopic));

        Assert.Equal((null, null), (answer.Topic, answer.ReplyTo));
    }

    [Fact]
    public async Task Only_who_asked_turns_the_pages()
    {
        var list = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/topics")));

        Assert.Empty(await Bot.PressAsync(list, "More questions", user: 12));
        Assert.Equal(Texts.In(Language.English).ButtonNotYours, (string)Bot.Telegram.CallsOf("answerCallbackQuery").Single()["text"]!);
        Assert.True(Assert.Single(await Bot.PressAsync(list, "More questions")).IsEdit);
    }

    [Fact]
    public async Task A_quote_is_anybodys_to_open()
    {
        var list = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/topics")));

        var quote = Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.Press(list.Buttons[0].Data, list.Message, user: 12)));

        Assert.False(quote.IsEdit);
        Assert.NotEmpty(quote.Quotes);
    }

    // Row 40: as far as there is anything to do for them, an administrator who doesn't show himself is answered as anybody.
    [Fact]
    public async Task Who_asks_as_the_group_is_answered()
    {
        var anonymous = FakeTelegramUpdate.InGroup("/ask " + Question)
            .Having("from", FakeTelegramUpdate.Me().Knowing(("id", AskedText.AnonymousAdministrator), ("username", "GroupAnonymousBot")))
            .Having("sender_chat", FakeTelegramUpdate.GroupChat(Group));

        Assert.Single(await Bot.SayAsync(anonymous));
    }

    // Row 45, the service messages.
    [Fact]
    public async Task Settings_move_with_the_group_told_in_either_order()
    {
        Bot.Store.Set($"{Group}", old => old with { Language = Language.Korean });
        var to = FakeTelegramUpdate.InGroup(null).Having("migrate_to_chat_id", -1007);
        var from = FakeTelegramUpdate.InGroup(null, chat: -1007).Having("migrate_from_chat_id", Group);

        await Bot.SayAsync(from, to);

        Assert.Equal(Language.Korean, Bot.Store.Settings("-1007").Language);
        Assert.Null(Bot.Store.Settings($"{Group}").Language);
    }

    // Row 45, the error.
    [Fact]
    public async Task A_group_that_moved_meanwhile_is_answered_once_in_its_new_place()
    {
        Bot.Store.Set($"{Group}", old => old with { Language = Language.Korean });
        Bot.Telegram.Chats.Move(Group, -1007);

        await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question));

        Assert.Equal(-1007, Assert.Single(Bot.Telegram.Chats.Messages).Chat);
        Assert.Equal(Language.Korean, Bot.Store.Settings("-1007").Language);
    }

    // Row 46.
    [Fact]
    public async Task Thrown_out_it_keeps_silent_until_it_is_let_in_again_and_forgets_nothing()
    {
        Bot.Store.Set($"{Group}", old => old with { Language = Language.Russian });
        Bot.Telegram.Chats.Forbid(Group, "bot was kicked from the supergroup chat");
        await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question), FakeTelegramUpdate.InGroup("/ask " + Question));
        Assert.False(Bot.Store.Settings($"{Group}").IsActive);
        Assert.Single(Bot.Telegram.CallsOf("sendMessage"));

        Bot.Telegram.Chats.Allow(Group);
        await Bot.SayAsync(FakeTelegramUpdate.Membership("member", FakeTelegramUpdate.GroupChat(Group)));

        Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question)));
        Assert.Equal(Language.Russian, Bot.Store.Settings($"{Group}").Language);
    }

    // Row 49.
    [Theory]
    [InlineData("Bad Request: not enough rights to send text messages to the chat")]
    [InlineData("Bad Request: CHAT_WRITE_FORBIDDEN")]
    public async Task Where_it_mustnt_write_it_doesnt_try_for_an_hour(string words)
    {
        Bot.Telegram.Next("sendMessage", FakeTelegramAnswer.Refused(400, words));

        Assert.Empty(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question), FakeTelegramUpdate.InGroup("/ask " + Question)));
        Assert.Single(Bot.Telegram.CallsOf("sendMessage"));
        await Bot.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.InGroup("/ask " + Question)));
    }

    [Fact]
    public async Task A_group_that_talks_too_much_to_the_bot_is_told_once()
    {
        IEnumerable<JsonObject> Asked(int count, int user) => Enumerable.Range(user, count).Select(each => FakeTelegramUpdate.InGroup("/ask " + Question, each));

        var answered = await Bot.SayAsync(Asked(20, user: 100));
        var refused = await Bot.SayAsync(Asked(5, user: 200));

        Assert.Equal(20, answered.Count(each => each.Sentence.Length > 0));
        Assert.Equal(Texts.In(Language.English).TooFast, Assert.Single(refused).Text);
    }

    private static JsonObject Others(string text) =>
        FakeTelegramUpdate.Message(text, FakeTelegramUpdate.GroupChat(Group), FakeTelegramUpdate.User(55)).Knowing(("date", 1714564800));
}
