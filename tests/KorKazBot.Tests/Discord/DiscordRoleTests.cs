using KorKazBot.Discord;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Moderation;
using KorKazBot.Fakes;
using KorKazBot.Tests.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

public sealed class DiscordRoleTests
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("1", "done as Owner")]
    [InlineData("3", "done as Moderator")]
    [InlineData("2", "Only moderators of the bot can do that.")]
    [InlineData("6", "Only moderators of the bot can do that.")]
    public async Task A_user_has_the_role_of_their_number_typed_and_pressed(string user, string said)
    {
        var (store, time, log) = (new ModerationInMemory(), new FakeTimeProvider(), new LogKeeper());
        store.Add(ModeratorScene.Ann, ModeratorScene.Bob);   // telegram:2 and discord:3
        var roles = new RoleResolver([new PlatformUser("discord", "1")], store, time);
        var outside = new Outside(new DiscordRest(new DiscordOptions(), Http, time, log), time, log);
        var answerer = new QuestionAnswerer(new AnsweringOptions());
        var turns = new TurnHandler(new LiveCorpus(FakeDiscordHost.Corpus), answerer, new ConversationMemory(time), (_, _) => { }, new Family());
        var answers = new TurnAnswers(turns, roles.OfAsync, Drawn.Reply, outside);
        var conversation = new Conversation(InteractionTurns.Platform, "7", user);

        var typed = await answers.DrawAsync(new AskedTurn(new Turn { Conversation = conversation, Text = "/do" }, Audience.Asker), "");
        var pressed = await answers.DrawAsync(
            new AskedTurn(new Turn { Conversation = conversation, Action = new ReplyAction.Command("/do") }, Audience.Asker), "");

        Assert.Equal([said, said], new[] { typed.Content, pressed.Content });
    }

    private sealed class Family : ICommands
    {
        public Role? Needs(Invocation invocation) => Role.Moderator;

        public Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(invocation.Say($"done as {invocation.Turn.Role}"));
    }
}
