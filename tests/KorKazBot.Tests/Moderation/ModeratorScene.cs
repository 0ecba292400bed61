using KorKazBot.Composition;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;
using KorKazBot.Engine.Reloading;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Moderation;

/// <summary>A bot over files that can be edited, with an owner, two moderators, and people who are neither.</summary>
internal sealed class ModeratorScene : IDisposable
{
    public static readonly PlatformUser Owner = new("telegram", "1");
    public static readonly PlatformUser Ann = new("telegram", "2");
    public static readonly PlatformUser Bob = new("discord", "3");

    private readonly TurnHandler _turns;

    public ModeratorScene()
    {
        Bot = Files.Serve();
        Store.Add(Ann, Bob);
        var acts = new ModeratorActs(Store, Keys, Store, Store, [Owner]);
        _turns = Bot.HandleTurns(
            (_, failure) => Failures.Add(failure),
            new ReloadCommands(Files.Reloads(Bot), acts),
            new ModeratorCommands([Owner], Store, acts));
    }

    public static PersonKeys Keys { get; } = new(new byte[32]);

    public ReloadScene Files { get; } = new();

    public Bot Bot { get; }

    public ModerationInMemory Store { get; } = new();

    public List<Exception> Failures { get; } = [];

    /// <summary>What answers now.</summary>
    public string Live => ReloadScene.Live(Bot).Id;

    /// <summary>Says it as one of the moderators, unless it is somebody else.</summary>
    public Task<Reply> SayAsync(string text, Role role = Role.Moderator, PlatformUser? by = null, Language language = Language.English) =>
        _turns.RespondAsync(Turn(role, by, language) with { Text = text }, CancellationToken.None);

    public Task<Reply> TapAsync(ReplyAction action, Role role = Role.Moderator, PlatformUser? by = null) =>
        _turns.RespondAsync(Turn(role, by, Language.English) with { Action = action }, CancellationToken.None);

    /// <summary>Taps the only button of a reply.</summary>
    public Task<Reply> TapAsync(Reply reply, PlatformUser? by = null) => TapAsync(Assert.Single(reply.Buttons).Action, by: by);

    public void Dispose()
    {
        Bot.Dispose();
        Files.Dispose();
    }

    private static Turn Turn(Role role, PlatformUser? by, Language language)
    {
        var who = by ?? (role == Role.Owner ? Owner : Ann);
        return new Turn { Conversation = new Conversation(who.Platform, who.Id, who.Id), Role = role, ClientLanguage = language };
    }
}
