using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Moderation;

public sealed class RoleResolverTests
{
    private readonly ModerationInMemory _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RoleResolver _roles;

    public RoleResolverTests()
    {
        _store.Add(ModeratorScene.Ann, ModeratorScene.Bob);
        _roles = new RoleResolver([ModeratorScene.Owner], _store, _time);
    }

    [Theory]
    [InlineData("telegram", "1", Role.Owner)]
    [InlineData("discord", "1", Role.Student)]
    [InlineData("telegram", "2", Role.Moderator)]
    [InlineData("discord", "2", Role.Student)]
    [InlineData("discord", "3", Role.Moderator)]
    [InlineData("telegram", "22", Role.Student)]
    [InlineData("Telegram", "2", Role.Student)]
    [InlineData("console", "me", Role.Student)]
    public async Task A_number_of_a_platform_has_its_role(string platform, string id, Role role) =>
        Assert.Equal(role, await _roles.OfAsync(new PlatformUser(platform, id), default));

    [Fact]
    public async Task Who_is_removed_loses_the_role_at_once()
    {
        await _store.RemoveAsync(ModeratorScene.Ann, default);

        Assert.Equal(Role.Student, await _roles.OfAsync(ModeratorScene.Ann, default));
    }

    [Fact]
    public async Task Without_the_store_owners_are_known_and_everybody_else_asks()
    {
        _store.IsOut = true;

        Assert.Equal(Role.Owner, await _roles.OfAsync(ModeratorScene.Owner, default));
        Assert.Equal(Role.Student, await _roles.OfAsync(ModeratorScene.Ann, default));
    }

    [Fact]
    public async Task A_store_that_is_slow_is_not_waited_for()
    {
        var asked = new RoleResolver([], new Slow(), _time).OfAsync(ModeratorScene.Ann, default).AsTask();
        Assert.False(asked.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(700));

        Assert.Equal(Role.Student, await asked);
    }

    private sealed class Slow : IModerators
    {
        public Task<IReadOnlyList<PlatformUser>> AllAsync(CancellationToken cancellationToken) =>
            new TaskCompletionSource<IReadOnlyList<PlatformUser>>().Task;

        public Task<bool> AddAsync(PlatformUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> RemoveAsync(PlatformUser user, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
