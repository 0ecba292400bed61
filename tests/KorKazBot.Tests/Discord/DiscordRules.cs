using System.Text.Json.Nodes;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Fakes;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Discord;

/// <summary>What holds for the adapter as a whole.</summary>
public class DiscordRules
{
    private static readonly string[] Sending = ["RespondAsync", "FollowupAsync", "SendMessageAsync", "ReplyAsync", "ModifyAsync", "DeferAsync"];

    private static readonly string[] Files = [.. Repository.SourceFiles("src/KorKazBot.Discord", "*.cs")];

    [Fact]
    public void Messages_become_json_in_one_file_and_always_say_that_nobody_is_pinged()
    {
        var serializers = Files.Where(file => Repository.Read(file).Contains("SerializeToUtf8Bytes", StringComparison.Ordinal));

        Assert.Equal("DiscordJson.cs", Path.GetFileName(Assert.Single(serializers)));
        Assert.False(typeof(OutgoingMessage).GetProperty(nameof(OutgoingMessage.AllowedMentions))!.CanWrite);
        Assert.Contains("\"allowed_mentions\":{\"parse\":[]}", Drawn.Json(new OutgoingMessage()), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_leave_by_one_file_and_DiscordNet_only_listens()
    {
        var senders = Files.Where(file => Repository.Read(file).Contains("HttpRequestMessage(", StringComparison.Ordinal));
        var gateway = Files.Where(file => file.Contains("DiscordNet", StringComparison.Ordinal)).Select(Repository.Read).ToList();

        Assert.Equal("DiscordRest.cs", Path.GetFileName(Assert.Single(senders)));
        Assert.All(Sending, call => Assert.DoesNotContain(gateway, code => code.Contains(call, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_golden_question_gets_on_Discord_what_it_gets_everywhere()
    {
        await using var bot = await FakeDiscordHost.StartAsync();
        var memory = new ConversationMemory(TimeProvider.System);
        var turns = new TurnHandler(new LiveCorpus(FakeDiscordHost.Corpus), new QuestionAnswerer(new AnsweringOptions()), memory, (_, _) => { });
        var user = 0;
        foreach (var line in Repository.Read("corpus/golden.jsonl").Split('\n').Where(line => line.StartsWith('{')))
        {
            var question = (string)JsonNode.Parse(line)!["question"]!;
            var who = $"{++user}";
            var ask = FakeDiscordInteraction.Command("ask", ("question", question)).Direct();
            ask["user"]!["id"] = who;
            var turn = new Turn { Conversation = new Conversation("console", "", who), Text = question, ClientLanguage = Language.English };

            var expected = Drawn.Reply.Draw(await turns.RespondAsync(turn, default), Audience.Everybody);
            var answer = (await bot.SendAsync(ask))["data"]!;

            Assert.Equal(expected.Content, (string)answer["content"]!);
            var quotes = answer["embeds"]!.AsArray().Select(embed => (string?)embed!["description"]);
            Assert.Equal(expected.Embeds.Select(embed => embed.Description), quotes);
        }

        Assert.True(user > 10);
    }
}
