using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Evaluating;
using KorKazBot.Search;
using KorKazBot.Streams;

namespace KorKazBot.Composition;

/// <summary>The engine put together over the configured corpus; the same for every verb.</summary>
/// <param name="corpus">What answers, disposed with this.</param>
/// <param name="answerer">The engine.</param>
/// <param name="indexes">Opens indexes as this one was opened.</param>
/// <param name="index">What was built or opened.</param>
internal sealed class Bot(LiveCorpus corpus, QuestionAnswerer answerer, CorpusIndexes indexes, IndexSummary index) : IDisposable
{
    /// <summary>Why answers are found by words alone, in one sentence; null: meanings are compared, too.</summary>
    public string? WithoutMeaning => indexes.WithoutMeaning(Index.Passages);

    /// <summary>What was built or opened.</summary>
    public IndexSummary Index { get; } = index;

    /// <summary>Reads the corpus and opens its index.</summary>
    /// <param name="settings">Which corpus, and how sure to be.</param>
    /// <param name="streams">Where a long build shows its progress.</param>
    /// <param name="cancellationToken">Stops the build of an index.</param>
    /// <param name="only">The language of every question that will be asked; null: any.</param>
    public static Bot Open(Settings settings, StandardStreams streams, CancellationToken cancellationToken, Language? only = null)
    {
        var snapshot = new CorpusFolder(CorpusPlace.Find(settings)).Read();

        // An index on disk is built once, for all who come later.
        if (only is { } language && snapshot.Passages.Length <= settings.Index.MaxPassagesInMemory) snapshot = snapshot.For(language);
        return Over(snapshot, settings, streams, cancellationToken);
    }

    /// <summary>Opens the index of a corpus that was read already.</summary>
    public static Bot Over(
        CorpusSnapshot snapshot, Settings settings, StandardStreams streams, CancellationToken cancellationToken, Arrival arrival = Arrival.Start)
    {
        using var progress = new ProgressLine(streams, "passages indexed", snapshot.Passages.Length);
        var indexes = new CorpusIndexes(settings);
        var opened = indexes.Open(snapshot, progress, cancellationToken);
        var generation = new Generation(snapshot, opened.Retriever) { Origin = new Origin(arrival, TimeProvider.System.GetUtcNow()) };
        return new Bot(new LiveCorpus(generation), new QuestionAnswerer(settings.Answering), indexes, opened.Summary);
    }

    /// <summary>Answers with at most <paramref name="top"/> candidates.</summary>
    public Answer Answer(Question question, int top)
    {
        using var lease = corpus.Acquire();
        return answerer.Answer(question, lease.Generation.Retriever, top);
    }

    /// <summary>Asks judged questions.</summary>
    public EvaluationRun Evaluate(IReadOnlyList<Judgment> judgments, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var lease = corpus.Acquire();
        return new EvaluationRun(new Evaluator(answerer).Run(judgments, lease.Generation.Retriever, progress, cancellationToken));
    }

    /// <summary>The turn handler of this chat: it remembers the conversation as long as the caller keeps it.</summary>
    /// <param name="onFailure">Takes the reference that the user was given, and what happened.</param>
    /// <param name="families">Further commands.</param>
    public TurnHandler HandleTurns(Action<string, Exception> onFailure, params ICommands[] families) =>
        new(corpus, answerer, new ConversationMemory(TimeProvider.System), onFailure, [.. families]);

    /// <summary>Reloads this bot's corpus.</summary>
    /// <param name="settings">Where the corpus is, and where copies are kept.</param>
    /// <param name="stopping">Ends a run when the program ends.</param>
    public CorpusReloader Reloads(Settings settings, CancellationToken stopping) =>
        new(corpus, answerer, indexes, settings, TimeProvider.System) { Stopping = stopping };

    /// <summary>What is live, for adapters that suggest questions.</summary>
    public LiveCorpus Corpus => corpus;

    /// <summary>The engine, for adapters that show several answers at once.</summary>
    public QuestionAnswerer Answerer => answerer;

    public void Dispose() => corpus.Dispose();
}
