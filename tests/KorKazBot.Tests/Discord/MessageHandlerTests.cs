using System.Text.Json.Nodes;
using KorKazBot.Discord;
using KorKazBot.Discord.Gateway;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Rest;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Delivery;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

/// <summary>Messages by the gateway, from the moment they are told.</summary>
public sealed class MessageHandlerTests : IAsyncLifetime
{
    private const string Question = "How many Korean companies work in Kazakhstan?";
    private const string Application = FakeDiscordInteraction.Application;

    private static readonly HttpClient Http = new();

    private readonly FakeDiscordStore _store = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private FakeDiscord _discord = null!;

    public async Task InitializeAsync() => _discord = await FakeDiscord.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_discord.Violations);
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_answered_with_a_reply_that_pings_nobody()
    {
        await Handler().HandleAsync(Application, Message("1001"), default);

        var sent = Assert.Single(_discord.Messages)["sent"]!;
        Assert.Contains("300 Korean companies", (string)sent["embeds"]![0]!["description"]!, StringComparison.Ordinal);
        Assert.Equal("1001", (string)sent["message_reference"]!["message_id"]!);
        Assert.False((bool)sent["message_reference"]!["fail_if_not_exists"]!);
        Assert.Equal(("1001", true), ((string)sent["nonce"]!, (bool)sent["enforce_nonce"]!));
        Assert.Equal(0, (int)sent["flags"]! & 64);
        Assert.Empty(_store.Unfinished);
    }

    [Fact]
    public async Task A_message_told_fifty_times_is_answered_once()
    {
        var handler = Handler();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => handler.HandleAsync(Application, Message("1002"), default)));
        await Handler().HandleAsync(Application, Message("1002"), default);

        Assert.Single(_discord.Messages);
        Assert.Single(_discord.Calls);
    }

    [Fact]
    public async Task What_may_have_been_sent_before_the_process_died_stands_there_once()
    {
        var told = Told("1003");
        await _store.AddAsync([told], default);
        await _store.BeginAsync(told.Id, 0, default);
        _discord.Messages.Clear();

        await Handler().ResumeAsync(told, default);
        await Handler().ResumeAsync(told, default);

        Assert.Single(_discord.Messages);
        Assert.Single(_discord.Calls);
        Assert.Empty(_store.Unfinished);
    }

    [Fact]
    public async Task What_was_left_long_ago_is_given_up()
    {
        var told = Told("1004");
        _time.Advance(TimeSpan.FromMinutes(16));

        await Handler().ResumeAsync(told, default);

        Assert.Equal("expired", _store.Buried.Single().Reason);
        Assert.Empty(_discord.Calls);
    }

    [Theory]
    [InlineData(403, 50013)]
    [InlineData(403, 50001)]
    [InlineData(404, 10003)]
    public async Task Where_the_bot_cant_write_it_keeps_silent_for_an_hour(int status, int code)
    {
        var handler = Handler();
        _discord.Refuse("messages", status, $$"""{"message":"Missing","code":{{code}}}""");

        for (var i = 0; i < 5; i++) await handler.HandleAsync(Application, Message($"20{i}"), default);
        await handler.HandleAsync(Application, Message("300") with { ChannelId = "8" }, default);
        Assert.Equal(2, _discord.Calls.Count);

        _time.Advance(TimeSpan.FromMinutes(61));
        await handler.HandleAsync(Application, Message("301"), default);
        Assert.Equal(3, _discord.Calls.Count);
        Assert.Empty(_store.Unfinished);
    }

    [Fact]
    public async Task A_server_that_is_muted_gets_nothing()
    {
        await _store.ChangeAsync(new ChatId("discord", "5"), chat => chat with { MutedUntil = _time.GetUtcNow().AddHours(1) }, default);

        await Handler().HandleAsync(Application, Message("1005"), default);

        Assert.Empty(_discord.Calls);
        Assert.Empty(_store.Unfinished);
    }

    [Fact]
    public async Task Without_the_store_people_are_answered()
    {
        _store.Mood = () => throw new StoreUnavailableException("the disk is full", new IOException());

        await Handler().HandleAsync(Application, Message("1006"), default);

        Assert.Single(_discord.Messages);
    }

    [Theory]
    [InlineData("<@900> hello", "hello")]
    [InlineData("hello <@!900>, <@77>", "hello  , <@77>")]
    [InlineData("<@900>", "")]
    public void The_mention_of_the_bot_isnt_part_of_the_question(string content, string text) =>
        Assert.Equal(text, GatewayMessage.WithoutMention(content, "900"));

    private static GatewayMessage Message(string id) => new(id, "7", "5", "6", Question);

    private InboundEvent Told(string id)
    {
        var payload = new JsonObject { ["id"] = id, ["channel_id"] = "7", ["guild_id"] = "5", ["author_id"] = "6", ["text"] = Question };
        return new InboundEvent(new EventId("discord", Application, $"m:{id}"), "7", "message", payload.ToJsonString(), _time.GetUtcNow());
    }

    // Each a process of its own: the store alone is shared.
    private MessageHandler Handler()
    {
        var log = new LogKeeper();
        var options = new DiscordOptions { ApiUrl = _discord.Api.ToString(), Token = FakeDiscord.Token };
        var outside = new Outside(new DiscordRest(options, Http, TimeProvider.System, log), _time, log);
        var memory = new ConversationMemory(_time);
        var turns = new TurnHandler(new LiveCorpus(FakeDiscordHost.Corpus), new QuestionAnswerer(new AnsweringOptions()), memory, (_, _) => { });
        return new MessageHandler(new TurnAnswers(turns, (_, _) => new(Role.Student), Drawn.Reply, outside), new Bookkeeping(_store, _store, _store, _time, log), outside);
    }
}
