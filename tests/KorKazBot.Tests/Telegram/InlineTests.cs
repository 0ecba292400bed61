using System.Text.Json.Nodes;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Telegram;

/// <summary>Quotes to drop into any chat.</summary>
public sealed class InlineTests : TelegramConversation
{
    [Fact]
    public async Task Words_give_up_to_ten_quotes()
    {
        var answer = await Bot.TypeAsync(FakeTelegramUpdate.Inline(Question));

        var cards = Cards(answer);
        Assert.InRange(cards.Length, 1, 10);
        var message = FakeTelegramHtml.Read((string)cards[0]["input_message_content"]!["message_text"]!);
        Assert.Contains(Quoted, message.First("bold") + string.Concat(message.All("bold")), StringComparison.Ordinal);
        Assert.Contains("Koo Hong-seok", message.Text, StringComparison.Ordinal);
        Assert.Equal(300, (int)answer["cache_time"]!);
        Assert.Null(answer["button"]);
        Assert.All(cards, card => FakeTelegramHtml.Read((string)card["input_message_content"]!["message_text"]!));
    }

    [Fact]
    public async Task Nothing_typed_gives_what_can_be_asked_in_the_readers_language()
    {
        var cards = Cards(await Bot.TypeAsync(FakeTelegramUpdate.Inline("", language: "ko")));

        Assert.InRange(cards.Length, 3, 10);
        Assert.Contains(cards, card => ((string)card["title"]!).Any(letter => letter is >= '가' and <= '힣'));
    }

    [Fact]
    public async Task Where_nothing_is_found_a_button_leads_to_the_bot()
    {
        var answer = await Bot.TypeAsync(FakeTelegramUpdate.Inline("qwzxv"));

        Assert.Empty(Cards(answer));
        Assert.Equal("topics", (string)answer["button"]!["start_parameter"]!);
        Assert.Contains("page 1", (await AskAsync("/start topics")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_of_it_and_a_failure_is_not_repeated()
    {
        Bot.Telegram.Next("answerInlineQuery", FakeTelegramFault.Html);

        await Bot.TypeAsync(FakeTelegramUpdate.Inline(Question));
        await Bot.TypeAsync(FakeTelegramUpdate.Inline(new string('(', 256)));

        Assert.Equal(0, Bot.Store.Known);
        Assert.Equal(2, Bot.Telegram.CallsOf("answerInlineQuery").Count());
    }

    private static JsonNode[] Cards(JsonNode answer) => [.. answer["results"]!.AsArray().Select(card => card!)];
}
