using KorKazBot.Cli;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Storage;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Reloading;

namespace KorKazBot.Tests.Terminal;

/// <summary>Votes and what is kept of people, in the chat on this machine.</summary>
public sealed class ChatPeopleTests : IDisposable
{
    private readonly ReloadScene _scene = new();

    public ChatPeopleTests() => _scene.Settings.Storage.ConnectionString = _scene.DataFile("korkazbot.db");

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Without_a_store_nothing_is_kept_and_there_is_nothing_to_vote_by()
    {
        using var streams = new TestStreams("/privacy\n/forget\nHow many Korean companies work in Kazakhstan?\n");
        await ChatCommand.RunAsync(streams.Streams, _scene.Settings, Language.English, default);

        Assert.StartsWith("This chat in the terminal keeps nothing of what you type.\n\nThis chat", streams.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("👍", streams.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_scene.DataFile("korkazbot.db")));
    }

    [Fact]
    public async Task With_one_questions_are_counted_and_what_was_kept_is_shown_and_forgotten()
    {
        using var streams = new TestStreams("Who painted the zeppelin?\n/settings texts off\n/mydata\n/forget yes\n/mydata\n");
        await ChatCommand.RunAsync(streams.Streams, _scene.Settings, Language.English, Role.Student, default);

        Assert.Contains("• the settings of this chat", streams.Output, StringComparison.Ordinal);
        Assert.Contains("Removed. Votes: 0, questions to moderators: 0, other records: 1.\n\nNothing is kept of you.", streams.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", streams.Error, StringComparison.Ordinal);
        await using var stores = await Stores.OpenAsync(_scene.Settings.Storage, TimeProvider.System, default);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal(1, (await stores.QuestionLog.ReadAsync(today.AddDays(-1), today, default)).Sum(each => each.Count));
    }
}
