using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Reloading;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Moderation;

/// <summary>Who may do what, typed or tapped: a row for each role and command.</summary>
public sealed class PermissionTests : IDisposable
{
    private static readonly string[] Refusals =
        [.. Engine.Languages.All.Select(Texts.In).SelectMany(texts => new[] { texts.ForChatAdministrators, texts.ForModerators, texts.ForOwner })];

    private static readonly (string Command, Role Needed)[] Table =
    [
        ("/help", Role.Student),
        ("/topics", Role.Student),
        ("/ask How high is the lighthouse?", Role.Student),
        ("/corpus", Role.Moderator),
        ("/reload", Role.Moderator),
        ("/reload NEW OLD", Role.Moderator),
        ("/reload force", Role.Moderator),
        ("/reload force NEW OLD 0", Role.Moderator),
        ("/rollback", Role.Moderator),
        ("/rollback OLDER OLD", Role.Moderator),
        ("/moderator", Role.Owner),
        ("/moderator list", Role.Owner),
        ("/moderator add telegram:9", Role.Owner),
        ("/moderator remove discord:3", Role.Owner),
    ];

    private readonly ModeratorScene _scene = new();

    public static TheoryData<string, Role, bool> Rows()
    {
        var rows = new TheoryData<string, Role, bool>();
        foreach (var (command, needed) in Table)
            foreach (var role in Enum.GetValues<Role>()) rows.Add(command, role, role >= needed);
        return rows;
    }

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_command_is_done_for_those_who_may(string command, Role role, bool may)
    {
        var older = _scene.Live;
        _scene.Files.WriteHeight(31);
        await ReloadScene.PublishAsync(_scene.Files.Reloads(_scene.Bot));
        _scene.Files.WriteHeight(32);
        var preview = await _scene.Files.Reloads(_scene.Bot).ReloadAsync(new ReloadRequest(null, Publish: false), default);
        var (live, next) = (_scene.Live, Assert.IsType<ReloadOutcome.Previewed>(preview).Preview.Difference.NewId);
        command = command.Replace("NEW", next, StringComparison.Ordinal)
            .Replace("OLDER", older, StringComparison.Ordinal)
            .Replace("OLD", live, StringComparison.Ordinal);

        var typed = await _scene.SayAsync(command, role);
        var changed = _scene.Live != live || _scene.Store.Audit.Count > 0;
        var tapped = await _scene.TapAsync(new ReplyAction.Command(command), role);

        Assert.Equal([may, may], new[] { typed, tapped }.Select(reply => reply is not Reply.Said said || !Refusals.Contains(said.Message)));
        Assert.Equal(may && (command.Contains(' ', StringComparison.Ordinal) && !command.StartsWith("/ask", StringComparison.Ordinal)
            && command is not ("/reload force" or "/moderator list")), changed);
    }
}
