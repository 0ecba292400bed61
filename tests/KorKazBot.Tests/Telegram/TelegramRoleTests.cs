using System.Text.Json.Nodes;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Moderation;
using KorKazBot.Fakes;
using KorKazBot.Telegram.Updates;
using KorKazBot.Tests.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Telegram;

/// <summary>Whose number counts on Telegram: a person's own, under what they wrote themselves.</summary>
public sealed class TelegramRoleTests : IDisposable
{
    private const long Moderator = 2;

    private readonly List<Turn> _turns = [];
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly LiveCorpus _corpus = new(FakeTelegramPorts.Corpus with { Retriever = new NeverDisposed() });
    private readonly TelegramUpdateHandler _handler;

    public TelegramRoleTests()
    {
        var store = new ModerationInMemory();
        store.Add(
            new PlatformUser("telegram", "2"),
            new PlatformUser("telegram", $"{AskedText.AnonymousAdministrator}"),
            new PlatformUser("telegram", $"{Standing.ServiceNotifications}"),
            new PlatformUser("telegram", $"{Standing.ChannelBot}"));
        var ports = FakeTelegramPorts.Over(new FakeTelegramStore()) with
        {
            Turns = new TurnHandler(_corpus, new QuestionAnswerer(new AnsweringOptions()), new ConversationMemory(_time), (_, _) => { }, new Listener(_turns)),
            RoleOf = new RoleResolver([new PlatformUser("telegram", "1")], store, _time).OfAsync,
        };
        _handler = new TelegramUpdateHandler(ports, new BotIdentity(FakeTelegramUpdate.Bot, FakeTelegramUpdate.BotName, true, true), _time);
    }

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData(1, Role.Owner)]
    [InlineData(2, Role.Moderator)]
    [InlineData(11, Role.Student)]
    public async Task A_person_has_their_role_in_private_and_in_groups(long user, Role role)
    {
        await TellAsync(FakeTelegramUpdate.Private("/reload", user));
        await TellAsync(FakeTelegramUpdate.InGroup($"/reload@{FakeTelegramUpdate.BotName}", user));

        Assert.Equal([role, role], _turns.Select(turn => turn.Role));
    }

    [Fact]
    public async Task Who_presses_counts_and_not_who_asked()
    {
        Assert.True(new ActionCodes([1]).TryWrite(new ReplyAction.Command("/reload"), out var code));
        var asked = FakeTelegramUpdate.InGroup("/reload", Moderator)["message"]!.AsObject().Knowing(("date", Now));
        var shown = FakeTelegramUpdate.Message("Shall it?", FakeTelegramUpdate.GroupChat(FakeTelegramUpdate.Group), FakeTelegramUpdate.Me())
            .Knowing(("reply_to_message", asked.DeepClone()), ("date", Now));

        await TellAsync(FakeTelegramUpdate.Press(code, shown, user: 11));
        await TellAsync(FakeTelegramUpdate.Press(code, shown, user: Moderator));

        Assert.Equal([Role.Student, Role.Moderator], _turns.Select(turn => turn.Role));
    }

    public static TheoryData<string, string> NobodysOwn() => new()
    {
        { "an anonymous administrator", """{"from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{"id":-100200300,"type":"supergroup"}}""" },
        { "the anonymous number of a person", """{"from":{"id":1087968824,"is_bot":false,"first_name":"Group"}}""" },
        { "Telegram itself", """{"from":{"id":777000,"is_bot":false,"first_name":"Telegram"}}""" },
        { "a channel's post", """{"from":{"id":777000,"is_bot":false,"first_name":"Telegram"},"sender_chat":{"id":-1009,"type":"channel"},"is_automatic_forward":true}""" },
        { "somebody as a channel", """{"from":{"id":136817688,"is_bot":true,"first_name":"Channel"},"sender_chat":{"id":-1009,"type":"channel"}}""" },
        { "a moderator as a channel", """{"sender_chat":{"id":-1009,"type":"channel"}}""" },
        { "another bot", """{"from":{"id":2,"is_bot":true,"first_name":"Bot"}}""" },
        { "through another bot", """{"via_bot":{"id":99,"is_bot":true,"first_name":"Bot"}}""" },
        { "a forward", """{"forward_origin":{"type":"user","sender_user":{"id":1,"is_bot":false,"first_name":"Owner"},"date":1}}""" },
        { "a forward of somebody hidden", """{"forward_origin":{"type":"hidden_user","sender_user_name":"x","date":1}}""" },
    };

    [Theory]
    [MemberData(nameof(NobodysOwn))]
    public async Task What_is_not_a_persons_own_word_gives_no_role(string what, string parts)
    {
        foreach (var text in new[] { "/reload", "How high is it?" })
        {
            await TellAsync(With(FakeTelegramUpdate.Private(text, Moderator), parts));
            await TellAsync(With(FakeTelegramUpdate.InGroup($"{text.Replace("/reload", $"/reload@{FakeTelegramUpdate.BotName}", StringComparison.Ordinal)}", Moderator), parts));
        }

        Assert.True(_turns.All(turn => turn.Role == Role.Student), what);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    private static JsonObject With(JsonObject update, string parts)
    {
        foreach (var (name, value) in JsonNode.Parse(parts)!.AsObject()) update.Having(name, value?.DeepClone());
        return update;
    }

    private Task<Plan> TellAsync(JsonObject update)
    {
        if (update["message"] is { } message) message["date"] = Now;
        update["update_id"] = 1;
        var received = UpdateReader.Read(update.ToJsonString());
        Assert.Equal("", received.Problem);
        return _handler.HandleAsync(new Work(null, received.Update!), CancellationToken.None);
    }

    // Hears every turn of ours, whether it is refused or a question.
    private sealed class Listener(List<Turn> turns) : ICommands
    {
        public Role? Needs(Invocation invocation)
        {
            turns.Add(invocation.Turn);
            return Role.Owner;
        }

        public Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken) => Task.FromResult<Reply>(invocation.Say("done"));

        public Reply Complete(AnsweredTurn answered, Reply reply)
        {
            turns.Add(answered.Turn);
            return reply;
        }
    }

    private sealed class NeverDisposed : IPassageRetriever
    {
        public Retrieval Retrieve(RetrievalQuery query, int limit) => FakeTelegramPorts.Corpus.Retriever.Retrieve(query, limit);
    }
}
