using System.Collections.Concurrent;
using KorKazBot.Corpus;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;
using KorKazBot.Telegram;

namespace KorKazBot.Fakes;

/// <summary>What the adapter works with in tests: the repository's corpus, and a store in memory.</summary>
public static class FakeTelegramPorts
{
    private static readonly Lazy<Generation> Read = new(() =>
    {
        var snapshot = new CorpusFolder(Path.Combine(Root(AppContext.BaseDirectory), "corpus")).Read();
        return new Generation(snapshot, PassageIndexes.Open(snapshot, new IndexingOptions(), progress: null, CancellationToken.None).Retriever);
    });

    /// <summary>The repository's corpus, indexed once.</summary>
    public static Generation Corpus => Read.Value;

    /// <summary>What failed while questions were answered.</summary>
    public static ConcurrentQueue<Exception> Failures { get; } = new();

    /// <summary>The ports.</summary>
    /// <param name="store">Remembers.</param>
    /// <param name="retriever">Searches in the corpus's place.</param>
    /// <param name="families">Further commands.</param>
    public static TelegramPorts Over(FakeTelegramStore store, IPassageRetriever? retriever = null, ICommands[]? families = null)
    {
        var corpus = new LiveCorpus(retriever is null ? Corpus with { Retriever = new Shared(Corpus.Retriever) } : Corpus with { Retriever = retriever });
        var answerer = new QuestionAnswerer(new AnsweringOptions());
        var turns = new TurnHandler(corpus, answerer, new ConversationMemory(TimeProvider.System), (_, failure) => Failures.Enqueue(failure), [.. families ?? []]);
        return new TelegramPorts(turns, corpus, answerer, new ActionCodes([1])) { Inbox = store, Outbox = store, Settings = store };
    }

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "KorKazBot.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);

    // Not disposed with one test's corpus.
    private sealed class Shared(IPassageRetriever retriever) : IPassageRetriever
    {
        public Retrieval Retrieve(RetrievalQuery query, int limit) => retriever.Retrieve(query, limit);
    }
}
