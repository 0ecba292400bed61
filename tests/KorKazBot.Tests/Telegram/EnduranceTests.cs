using System.Collections.Concurrent;
using System.Net;
using KorKazBot.Fakes;
using KorKazBot.Telegram;

namespace KorKazBot.Tests.Telegram;

/// <summary>Much of what shouldn't be.</summary>
public sealed class EnduranceTests : TelegramConversation
{
    private const string Chat = "\"chat\":{\"id\":7,\"type\":\"private\"}";
    private const string User = "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"A\"}";

    // Rows 32, 34, 36.
    [Fact]
    public async Task Thirty_misshapen_updates_are_buried_one_by_one_and_their_neighbours_answered()
    {
        string[] shapes =
        [
            "\"message\":\"text\"",
            "\"message\":[]",
            "\"message\":17",
            "\"message\":{}",
            $"\"message\":{{\"message_id\":\"1\",\"date\":1,{Chat},\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":0,\"date\":1,{Chat},\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":1e99,\"date\":1,{Chat},\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":1,\"date\":\"today\",{Chat},\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":1,\"date\":1,{Chat},\"text\":[\"a\"]}}",
            $"\"message\":{{\"message_id\":1,\"date\":1,{Chat},\"from\":\"me\",\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":1,\"date\":1,{Chat},\"entities\":{{}},\"text\":\"a\"}}",
            $"\"message\":{{\"message_id\":1,\"date\":1,{Chat},\"reply_to_message\":1,\"text\":\"a\"}}",
            "\"message\":{\"message_id\":1,\"date\":1}",
            "\"message\":{\"message_id\":1,\"date\":1,\"chat\":null}",
            "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":\"7\",\"type\":\"private\"}}",
            "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":0,\"type\":\"private\"}}",
            "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":18014398509481984,\"type\":\"private\"},\"text\":\"a\"}",
            "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":7,\"type\":\"planet\"},\"text\":\"a\"}",
            $"\"message\":{{\"message_id\":1,\"date\":1,{Chat},\"from\":{{\"id\":-1,\"is_bot\":false,\"first_name\":\"x\"}},\"text\":\"a\"}}",
            "\"message\":" + string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000)),
            "\"callback_query\":{}",
            "\"callback_query\":{\"id\":\"1\"}",
            "\"callback_query\":{\"id\":1,\"from\":{\"id\":1}}",
            $"\"callback_query\":{{\"id\":\"1\",{User},\"message\":{{\"message_id\":1,\"date\":0}}}}",
            "\"inline_query\":{}",
            "\"inline_query\":true",
            $"\"inline_query\":{{\"id\":\"1\",{User},\"offset\":\"\"}}",
            "\"my_chat_member\":{}",
            $"\"my_chat_member\":{{{Chat}}}",
            "\"business_of_2031\":{}",
        ];
        Assert.Equal(30, shapes.Length);
        Bot.Telegram.Updates.Add(shapes.Select((shape, i) => ((long)i + 1, $$"""{"update_id":{{i + 1}},{{shape}}}""")));

        var shown = await Bot.SayAsync(FakeTelegramUpdate.Private(Question));
        Bot.Telegram.Updates.Add(900_000, chat: 14, text: "/help");
        await Bot.SettledAsync();
        await Bot.PassAsync(TimeSpan.FromSeconds(30));
        Bot.Telegram.Updates.Add(40, chat: 15, text: "/help"); // after a quiet week ids start anywhere
        await Bot.SettledAsync();

        Assert.NotEmpty(Assert.Single(shown).Sentence);
        Assert.Equal(Enumerable.Range(1, 30).Select(id => $"u:{id}").Order(), Bot.Store.Buried.Select(each => each.Letter.Id.Key).Order());
        Assert.Equal([11, 14, 15], Bot.Telegram.Chats.Messages.Select(message => message.Chat));
    }

    [Fact]
    public async Task Two_thousand_updates_told_again_have_no_second_effect()
    {
        var updates = Enumerable.Range(1, 2000).Select(id => ((long)id, FakeTelegramUpdates.Message(id, 10_000 + id, "/help"))).ToArray();
        Bot.Clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1714564800));

        Bot.Telegram.Updates.Add(updates.Select(each => (each.Item1, each.Item2.Replace("\"id\":7,", $"\"id\":{10_000 + each.Item1},", StringComparison.Ordinal))));
        await Bot.SettledAsync();
        var calls = Bot.Telegram.CallsOf("sendMessage").Count();
        Bot.Telegram.Updates.Add(updates);
        await Bot.SettledAsync();

        Assert.Equal((2000, 2000), (calls, Bot.Telegram.CallsOf("sendMessage").Count()));
        Assert.Equal(2000, Bot.Telegram.Chats.Messages.Select(message => message.Chat).Distinct().Count());
    }

    [Fact]
    public async Task Ten_thousand_forged_posts_are_turned_away()
    {
        await using var bot = await (await FakeTelegramHost.StartAsync(options => options.Mode = TelegramMode.Webhook)).RunAsync();
        var statuses = new ConcurrentBag<HttpStatusCode>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var secret = FakeTelegramHost.Secret;
            using var answer = await bot.PostAsync("{}", (i % 4) switch
            {
                0 => null,
                1 => secret[..(i % secret.Length)],
                2 => $"{secret}{i}",
                _ => secret.ToUpperInvariant(),
            });
            statuses.Add(answer.StatusCode);
        });

        Assert.Equal(10_000, statuses.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(0, bot.Store.Known);
    }
}
