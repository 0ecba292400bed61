using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;
using KorKazBot.Storage.Delivery;
using KorKazBot.Storage.Moderation;
using KorKazBot.Storage.Postgres;
using KorKazBot.Storage.Sqlite;

namespace KorKazBot.Storage;

/// <summary>The open database, by what it keeps. Dispose it last: it waits for what was accepted.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class Stores : IAsyncDisposable
{
    private readonly Inbox _inbox;
    private readonly Outbox _outbox;
    private readonly UnansweredQuestions _unanswered;
    private readonly HandOffs _handOffs;
    private readonly TimeProvider _time;

    private Stores(Database database, TimeProvider time)
    {
        Database = database;
        _time = time;
        _inbox = new Inbox(database);
        _outbox = new Outbox(database, time);
        _unanswered = new UnansweredQuestions(database, time);
        _handOffs = new HandOffs(database, time);
        ChatSettings = new ChatSettingsStore(database);
        Feedback = new Feedback(database, time);
        QuestionLog = new QuestionLog(database, time);
        Moderators = new Moderators(database, time);
        Audit = new AuditLog(database, time);
        PersonalData = new PersonalData(database, _handOffs);
    }

    /// <summary>What came in and isn't done yet.</summary>
    public IInbox Inbox => _inbox;

    /// <summary>What was sent.</summary>
    public IOutbox Outbox => _outbox;

    /// <summary>What the people of chats have set.</summary>
    public IChatSettingsStore ChatSettings { get; }

    /// <summary>What people think of answers.</summary>
    public IFeedback Feedback { get; }

    /// <summary>What the interviews don't answer.</summary>
    public IUnansweredQuestions Unanswered => _unanswered;

    /// <summary>How much is asked.</summary>
    public IQuestionLog QuestionLog { get; }

    /// <summary>Who was made a moderator.</summary>
    public IModerators Moderators { get; }

    /// <summary>What moderators did.</summary>
    public IAuditLog Audit { get; }

    /// <summary>What people handed over to moderators.</summary>
    public IHandOffs HandOffs => _handOffs;

    /// <summary>What is kept of a person.</summary>
    public IPersonalData PersonalData { get; }

    /// <summary>What all of them work on.</summary>
    internal Database Database { get; }

    /// <summary>Opens the database, makes it where there is none, and brings it to the newest schema.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="time">The clock that retention goes by.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StorageProblemException">
    /// It is damaged, newer than this program, in use by another process, out of reach or wrongly configured; the message says what to do.
    /// Nothing is repaired or deleted.
    /// </exception>
    public static async Task<Stores> OpenAsync(StorageOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Database database = options.Provider switch
        {
            // Checking a file takes as long as reading it.
            StorageProvider.Sqlite => await Task.Run(() => SqliteDatabase.Open(SqliteFile.Of(options.ConnectionString)), cancellationToken),
            StorageProvider.Postgres => await PostgresDatabase.OpenAsync(options.ConnectionString, time, cancellationToken),
            _ => throw new StorageProblemException($"Storage:Provider is {options.Provider}. Give Sqlite or Postgres."),
        };
        return new Stores(database, time);
    }

    /// <summary>Takes away what was kept as long as it may be. Call it about once an hour; it makes way for others as it goes.</summary>
    /// <exception cref="StoreUnavailableException">The database can't be written now; what was taken away stays away.</exception>
    public async Task<Swept> SweepAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var ids = now - IInbox.Retention;
        var texts = now - Retention.Texts;
        return new Swept(
            await RepeatAsync(() => _inbox.SweepAsync(ids, now - Retention.DeadLetters, texts, cancellationToken)),
            await RepeatAsync(() => _outbox.SweepAsync(ids, cancellationToken)),
            await RepeatAsync(() => _unanswered.SweepAsync(texts, cancellationToken)),
            await RepeatAsync(() => _handOffs.SweepAsync(texts, cancellationToken)));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static async Task<int> RepeatAsync(Func<Task<int>> takeSome)
    {
        var all = 0;
        for (var taken = -1; taken != 0; all += taken) taken = await takeSome();
        return all;
    }
}

/// <summary>What a sweep has taken away.</summary>
/// <param name="Events">Ids of events, and dead letters.</param>
/// <param name="Sends">Records of sends.</param>
/// <param name="Questions">Unanswered questions.</param>
/// <param name="HandOffs">Hand-offs.</param>
public sealed record Swept(int Events, int Sends, int Questions, int HandOffs);
