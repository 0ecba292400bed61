using KorKazBot.Corpus;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Drivers;

/// <summary>Talks to the bot as people on a platform would: the real turn handler, over a real index unless a test says otherwise.</summary>
internal sealed class BotDriver : IDisposable
{
    // Indexing takes longer than all that a test asks, so it is done once for all of them.
    private static readonly Lazy<Generation> Published = new(() =>
    {
        var snapshot = new CorpusFolder(Repository.Corpus).Read();
        return new Generation(snapshot, new NeverDisposed(IndexOf.Snapshot(snapshot)));
    });

    private readonly LiveCorpus _corpus;
    private readonly TurnHandler _handler;

    /// <summary>The bot over the corpus that the repository publishes.</summary>
    public BotDriver(AnsweringOptions? options = null)
        : this(Published.Value, options)
    {
    }

    /// <summary>The bot over an interview, with further commands.</summary>
    public BotDriver(ICommands[] families, Interview interview)
        : this(Indexed([interview]), families: families)
    {
    }

    /// <summary>The bot over a few interviews.</summary>
    public BotDriver(params Interview[] interviews)
        : this(Indexed(interviews))
    {
    }

    /// <summary>The bot over a corpus with whatever index the test wants.</summary>
    public BotDriver(Generation generation, AnsweringOptions? options = null, ICommands[]? families = null)
    {
        _corpus = new LiveCorpus(generation);
        var answerer = new QuestionAnswerer(options ?? new AnsweringOptions());
        _handler = new TurnHandler(_corpus, answerer, new ConversationMemory(Time), (reference, failure) => Failures.Add((reference, failure)), [.. families ?? []]);
    }

    /// <summary>What the repository publishes.</summary>
    public static CorpusSnapshot PublishedCorpus => Published.Value.Snapshot;

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What the operator was told, with the references that users were given.</summary>
    public List<(string Reference, Exception Failure)> Failures { get; } = [];

    public Task<Reply> SayAsync(
        string text, string chat = "chat", string user = "user", Language? language = null, CancellationToken cancellationToken = default) =>
        _handler.RespondAsync(
            new Turn { Conversation = new Conversation("console", chat, user), Text = text, ClientLanguage = language }, cancellationToken);

    /// <summary>Says it as somebody who may do more than ask.</summary>
    public Task<Reply> SayAsync(string text, Role role) =>
        RespondAsync(new Turn { Conversation = new Conversation("console", "chat", "user"), Text = text, Role = role });

    /// <summary>Taps as somebody who may do more than ask.</summary>
    public Task<Reply> TapAsync(ReplyAction action, Role role) =>
        RespondAsync(new Turn { Conversation = new Conversation("console", "chat", "user"), Action = action, Role = role });

    /// <summary>Takes a turn as an adapter does.</summary>
    public Task<Reply> RespondAsync(Turn turn) => _handler.RespondAsync(turn, CancellationToken.None);

    /// <summary>Taps a button.</summary>
    public Task<Reply> TapAsync(ReplyButton button, Language? language = null) => TapAsync(button.Action, language);

    /// <summary>Taps a button that some earlier message carries.</summary>
    public Task<Reply> TapAsync(ReplyAction action, Language? language = null) =>
        _handler.RespondAsync(
            new Turn { Conversation = new Conversation("console", "chat", "user"), Action = action, ClientLanguage = language }, default);

    /// <summary>Puts another corpus in place while the bot runs.</summary>
    public void Reload(params Interview[] interviews) => _corpus.Replace(Indexed(interviews));

    public void Dispose() => _corpus.Dispose();

    private static Generation Indexed(Interview[] interviews)
    {
        var snapshot = Some.Corpus(interviews);
        return new Generation(snapshot, IndexOf.Snapshot(snapshot));
    }

    private sealed class NeverDisposed(IPassageRetriever shared) : IPassageRetriever
    {
        public Retrieval Retrieve(RetrievalQuery query, int limit) => shared.Retrieve(query, limit);
    }
}
