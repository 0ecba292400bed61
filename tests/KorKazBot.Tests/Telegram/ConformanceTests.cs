using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Fakes;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Telegram;

/// <summary>Telegram shows what the engine says, and nothing else.</summary>
public sealed class ConformanceTests : TelegramConversation
{
    [Fact]
    public async Task The_golden_questions_give_the_same_passage_sentence_and_band_as_the_engine()
    {
        var asked = Golden.All.Index().ToArray();
        var shown = (await Bot.SayAsync(asked.Select(each => FakeTelegramUpdate.Private(each.Item, user: 1000 + each.Index)))).ToLookup(each => each.Chat);

        foreach (var (index, question) in asked)
        {
            var conversation = new Conversation("console", $"{index}", $"{index}");
            var reply = await Bot.Ports.Turns.RespondAsync(new Turn { Conversation = conversation, Text = question, ClientLanguage = Language.English }, default);
            var messages = shown[1000 + index].ToArray();

            Assert.Equal(reply.Buttons.Select(button => button.Action), Actions(messages[^1]));
            switch (reply)
            {
                case Reply.Quoted quoted:
                    Assert.Equal(quoted.Passage.Text, messages[0].Quotes.First());
                    Assert.Equal(quoted.Highlight.Of(quoted.Passage.Text), messages[0].Sentence);
                    Assert.Contains(quoted.SourceLine, messages[0].Text, StringComparison.Ordinal);
                    break;
                case Reply.Choices choices: Assert.Equal(choices.Message, Assert.Single(messages).Text); break;
                case Reply.NotFound notFound: Assert.Equal(notFound.Message, Assert.Single(messages).Text); break;
                case Reply.Said said: Assert.Equal(said.Message, Assert.Single(messages).Text); break;
            }
        }

        Assert.Contains(shown, messages => messages.First().Sentence.Length > 0);
        Assert.Contains(shown, messages => messages.First().Sentence.Length == 0);
    }

    [SpecFact]
    public void The_documentation_is_there_to_judge_by()
    {
        var problems = FakeTelegramSpec.Problems("sendMessage", System.Text.Json.Nodes.JsonNode.Parse("""{"chat_id":true,"txt":"a"}""")!);

        Assert.Equal(["$.chat_id: no Integer", "$.text: missing", "$.txt: unknown"], problems);
        Assert.NotEmpty(FakeTelegramSpec.Problems("sendMesage", System.Text.Json.Nodes.JsonNode.Parse("{}")!));
        var tooLong = new System.Text.Json.Nodes.JsonObject { ["callback_query_id"] = "1", ["text"] = new string('a', 201) };
        Assert.Equal(["$.text: 201 characters, not 0 to 200"], FakeTelegramSpec.Problems("answerCallbackQuery", tooLong));
    }

    private IEnumerable<ReplyAction> Actions(FakeTelegramShown message)
    {
        foreach (var (_, data) in message.Buttons)
        {
            Assert.True(Bot.Ports.Codes.TryRead(data.TrimStart('~'), out var action));
            yield return action is ReplyAction.ShowPassage show ? show with { ContentHash = Whole(show) } : action;
        }
    }

    // A button carries the beginning of the hash.
    private static string Whole(ReplyAction.ShowPassage show) =>
        FakeTelegramPorts.Corpus.Snapshot.Passages.Single(passage => passage.Id == show.PassageId && passage.ContentHash.StartsWith(show.ContentHash, StringComparison.Ordinal)).ContentHash;

    private sealed class SpecFactAttribute : FactAttribute
    {
        public SpecFactAttribute() => Skip = FakeTelegramSpec.Missing;
    }
}
