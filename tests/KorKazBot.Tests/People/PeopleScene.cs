using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Engine.People;
using KorKazBot.Storage;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;
using KorKazBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.People;

/// <summary>The bot with all that it keeps of people, in a real database.</summary>
internal sealed class PeopleScene : IAsyncDisposable
{
    public const string Question = "How many trams run?";
    public const string Unanswered = "Who painted the zeppelin?";

    private static readonly string[] Tables =
    [
        "audit", "chat_settings", "hand_offs", "inbox", "moderators", "outbox", "question_counts", "unanswered", "votes",
    ];

    private readonly TemporaryFolder _folder;
    private readonly QuestionRecorder _recorder;

    private PeopleScene(Stores stores, FakeTimeProvider clock, TemporaryFolder folder)
    {
        (Stores, Clock, _folder) = (stores, clock, folder);
        _recorder = new QuestionRecorder(stores.QuestionLog, stores.Unanswered, stores.ChatSettings, Failures.Add);
        Bot = new BotDriver(FamiliesOver(stores.ChatSettings), Some.Interview(("How many trams run?", "Twelve trams run."), ("How many horses work?", "Nine horses work.")));
    }

    public FakeTimeProvider Clock { get; }

    public static PersonKeys Keys { get; } = new(new byte[32]);

    public BotDriver Bot { get; }

    public Stores Stores { get; }

    public List<Exception> Failures { get; } = [];

    /// <summary>The families, over the settings that an adapter in a test has.</summary>
    public ICommands[] FamiliesOver(IChatSettingsStore settings) =>
    [
        new PrivacyCommands(Stores.PersonalData, Keys),
        new SettingsCommands(settings),
        new FeedbackCommands(Stores.Feedback, Keys, _recorder),
        new StatsCommands(Stores.QuestionLog, Stores.Feedback, Clock),
    ];

    public static async Task<PeopleScene> OpenAsync()
    {
        var folder = new TemporaryFolder();
        var options = new StorageOptions { ConnectionString = folder.File("store.db") };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        return new PeopleScene(await Stores.OpenAsync(options, clock, CancellationToken.None), clock, folder);
    }

    /// <summary>Says something in the person's own chat.</summary>
    public Task<Reply> SayAsync(string text, string user = "7777777", Language? language = null) => Bot.RespondAsync(Own(user, language) with { Text = text });

    /// <summary>Presses the button with these words in the person's own chat.</summary>
    public Task<Reply> PressAsync(Reply shown, string words, string user = "7777777") => Bot.RespondAsync(Own(user) with { Action = Button(shown, words) });

    /// <summary>Says something where others are.</summary>
    public Task<Reply> SayInGroupAsync(string text, Role role = Role.Student, string user = "7777777") =>
        Bot.RespondAsync(InGroup(user) with { Text = text, Role = role });

    /// <summary>Presses a button where others are.</summary>
    public Task<Reply> PressInGroupAsync(Reply shown, string words, Role role = Role.Student, string user = "7777777") =>
        Bot.RespondAsync(InGroup(user) with { Action = Button(shown, words), Role = role });

    public async Task<ChatSettings> GroupSettingsAsync() =>
        await Stores.ChatSettings.ReadAsync(new ChatId("telegram", "-100"), CancellationToken.None) with { Interviews = [] };   // equal by reference

    /// <summary>Waits until what was asked is written down; nothing is taken after it.</summary>
    public async Task WrittenAsync() => await _recorder.DisposeAsync();

    /// <summary>How many rows of all tables hold a text.</summary>
    public async Task<int> RowsWithAsync(string needle)
    {
        var found = 0;
        foreach (var table in Tables)
        {
            var rows = await Stores.Database.ReadAsync(
                session => session.QueryAsync($"SELECT * FROM {table}", row => string.Join('\n', Enumerable.Range(0, row.FieldCount).Select(i => row[i]))),
                CancellationToken.None);
            found += rows.Count(row => row.Contains(needle, StringComparison.Ordinal));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _recorder.DisposeAsync();
        Bot.Dispose();
        await Stores.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(Failures);
        Assert.Empty(Bot.Failures);
    }

    private static Turn Own(string user, Language? language = null) =>
        new() { Conversation = new Conversation("telegram", user, user), IsOwnChat = true, ClientLanguage = language };

    private static Turn InGroup(string user) => new() { Conversation = new Conversation("telegram", "-100", user) };

    private static ReplyAction Button(Reply shown, string words) =>
        Assert.Single(shown.Buttons, button => button.Label.Contains(words, StringComparison.Ordinal)).Action;
}
