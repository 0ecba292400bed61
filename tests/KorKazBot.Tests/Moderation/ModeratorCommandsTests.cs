using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Moderation;

public sealed class ModeratorCommandsTests : IDisposable
{
    private readonly ModeratorScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("9", "telegram:9")]
    [InlineData("telegram:9", "telegram:9")]
    [InlineData("Discord:234567890123456789", "discord:234567890123456789")]
    [InlineData("telegram:007", "telegram:7")]
    public async Task A_moderator_is_added_by_number(string id, string added)
    {
        (await SayAsync($"/moderator add {id}")).ShouldSay($"{added} is a moderator now.");

        (await SayAsync("/moderator list")).ShouldSay("Owners: telegram:1\nModerators: telegram:2, discord:3, " + added);
        Assert.Equal([$"moderator-add {added}"], _scene.Store.Acts);
        var notice = Assert.Single(_scene.Store.Notices);
        Assert.Equal(["telegram:2", "discord:3", added], notice.To.Select(user => $"{user}"));
        Assert.Equal($"telegram:1 made {added} a moderator.", notice.Words(Texts.In(Language.English)));
    }

    [Theory]
    [InlineData("@ann")]
    [InlineData("telegram:ann")]
    [InlineData("telegram:-100200")]
    [InlineData("telegram:0")]
    [InlineData("telegram:+5")]
    [InlineData("telegram:")]
    [InlineData("console:5")]
    [InlineData("irc:5")]
    [InlineData("99999999999999999999999")]
    [InlineData("5:telegram")]
    public async Task A_name_is_no_id(string id)
    {
        (await SayAsync($"/moderator add {id}")).ShouldSay("is no id. Names change hands");
        (await SayAsync($"/moderator remove {id}")).ShouldSay("is no id. Names change hands");

        Assert.Empty(_scene.Store.Audit);
    }

    [Fact]
    public async Task A_moderator_is_removed_and_told()
    {
        (await SayAsync("/moderator remove discord:3")).ShouldSay("discord:3 is no moderator any more.");

        Assert.Equal(["moderator-remove discord:3"], _scene.Store.Acts);
        Assert.Equal([ModeratorScene.Ann, ModeratorScene.Bob], Assert.Single(_scene.Store.Notices).To.ToArray());
    }

    [Theory]
    [InlineData("/moderator add 2", "telegram:2 is a moderator already.")]
    [InlineData("/moderator remove 9", "telegram:9 is no moderator.")]
    [InlineData("/moderator add 1", "telegram:1 is an owner by the setting Moderation:Owners")]
    [InlineData("/moderator remove 1", "telegram:1 is an owner by the setting Moderation:Owners")]
    [InlineData("/moderator", "/moderator add ID\n/moderator remove ID\n/moderator list")]
    [InlineData("/moderator add", "/moderator add ID")]
    [InlineData("/moderator add 5 6", "/moderator add ID")]
    [InlineData("/moderator promote 5", "/moderator add ID")]
    public async Task What_changes_nothing_is_neither_written_down_nor_told(string command, string said)
    {
        (await SayAsync(command)).ShouldSay(said);

        Assert.Empty(_scene.Store.Audit);
        Assert.Empty(_scene.Store.Notices);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done()
    {
        _scene.Store.IsAuditOut = true;

        (await SayAsync("/moderator add 9")).ShouldSay("nothing was changed");
        (await SayAsync("/moderator remove 2")).ShouldSay("nothing was changed");

        Assert.Equal([ModeratorScene.Ann, ModeratorScene.Bob], await _scene.Store.AllAsync(default));
    }

    private Task<Reply> SayAsync(string text) => _scene.SayAsync(text, Role.Owner);
}
