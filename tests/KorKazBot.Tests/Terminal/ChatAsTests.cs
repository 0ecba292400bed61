using KorKazBot.Cli;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Storage;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Terminal;

/// <summary>The chat on this machine as somebody who may do more, over the real stores.</summary>
public sealed class ChatAsTests : IDisposable
{
    private readonly ReloadScene _scene = new();

    public ChatAsTests()
    {
        _scene.Settings.Storage.ConnectionString = _scene.DataFile("korkazbot.db");
        _scene.Settings.Moderation.Owners = "telegram:1";
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task An_owner_appoints_and_it_is_written_down_and_printed()
    {
        using var streams = new TestStreams("/moderator add telegram:9\n/moderator list\n");
        Assert.Equal(ExitCode.Done, await ChatCommand.RunAsync(streams.Streams, _scene.Settings, Language.English, Role.Owner, default));

        Assert.Contains("Owners: telegram:1\nModerators: telegram:9", streams.Output, StringComparison.Ordinal);
        Assert.Contains("notice (telegram:1, telegram:9): console:me made telegram:9 a moderator.", streams.Error, StringComparison.Ordinal);
        await using var stores = await Stores.OpenAsync(_scene.Settings.Storage, TimeProvider.System, default);
        var record = Assert.Single(await stores.Audit.ReadAsync(null, 10, default));
        Assert.Equal(("moderator-add", "telegram:9"), (record.Done.Act, record.Done.Subject));
        Assert.Single(await stores.Moderators.AllAsync(default));
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.ChatAdministrator)]
    public async Task Who_is_no_moderator_is_refused(Role role)
    {
        using var streams = new TestStreams("/reload\n");
        await ChatCommand.RunAsync(streams.Streams, _scene.Settings, Language.English, role, default);

        Assert.Equal("Only moderators of the bot can do that.\n\n", streams.Output);
    }

    [Fact]
    public async Task A_moderator_reads_of_a_reload_that_has_nothing_to_do()
    {
        using var streams = new TestStreams("/reload\n/corpus\n");
        await ChatCommand.RunAsync(streams.Streams, _scene.Settings, Language.English, Role.Moderator, default);

        Assert.Contains("answers already", streams.Output, StringComparison.Ordinal);
        Assert.Contains("read when the program started", streams.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat --as admin", "\"admin\" is nobody here.")]
    [InlineData("chat --as", "--as")]
    public async Task Nobody_is_named_wrongly_in_silence(string args, string told)
    {
        using var streams = new TestStreams();

        Assert.Equal(ExitCode.BadInput, await new CommandLine(streams.Streams).RunAsync(args.Split(' '), default));
        Assert.Contains(told, streams.Error, StringComparison.Ordinal);
    }
}
