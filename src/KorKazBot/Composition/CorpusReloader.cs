using System.Collections.Immutable;
using KorKazBot.Checking;
using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Corpus.Linting;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Engine.Reloading;
using KorKazBot.Evaluating;

namespace KorKazBot.Composition;

/// <summary>
/// Reads the corpus folder while the bot answers: read and lint, build the index aside, ask the golden questions, compare, keep a copy, and
/// only then swap. Whatever fails before the swap changes nothing.
/// </summary>
internal sealed class CorpusReloader : ICorpusReloads
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly LiveCorpus _corpus;
    private readonly Evaluator _evaluator;
    private readonly CorpusIndexes _indexes;
    private readonly KeptCorpora _kept;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly Gathering<ReloadRequest, ReloadOutcome> _runs;
    private readonly Lock _work = new();   // a rollback never meets a run

    /// <summary>Prepares; the folder is settled now, so that a corpus that vanishes isn't replaced by one elsewhere.</summary>
    /// <param name="corpus">What to swap.</param>
    /// <param name="answerer">The engine that answers users.</param>
    /// <param name="indexes">Builds the new index.</param>
    /// <param name="settings">Where the corpus is, and where copies are kept.</param>
    /// <param name="time">Tells since when a generation is live.</param>
    public CorpusReloader(LiveCorpus corpus, QuestionAnswerer answerer, CorpusIndexes indexes, Settings settings, TimeProvider time)
    {
        (_corpus, _evaluator, _indexes, _time) = (corpus, new Evaluator(answerer), indexes, time);
        _kept = CorpusPlace.Kept(settings);
        _folder = CorpusPlace.Expect(settings);
        _runs = new Gathering<ReloadRequest, ReloadOutcome>(Run);
    }

    /// <summary>Ends a run when the program ends.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Told each step when it is done, on the run's thread.</summary>
    public Action<ReloadStep> OnStep { get; init; } = _ => { };

    /// <inheritdoc/>
    public Task<ReloadOutcome> ReloadAsync(ReloadRequest request, CancellationToken cancellationToken) => _runs.AskAsync(request, cancellationToken);

    /// <inheritdoc/>
    public CorpusDifference? PreviewRollBack()
    {
        using var live = _corpus.Acquire();
        using var previous = _corpus.AcquirePrevious();
        var to = previous?.Generation.Snapshot ?? _kept.TryRead(_kept.ReadNote()?.Previous);
        return to is null ? null : CorpusDifference.Between(live.Generation.Snapshot, to);
    }

    /// <inheritdoc/>
    public Task<RollBackOutcome> RollBackAsync(string from, string by, CancellationToken cancellationToken) =>
        Task.Run(() => RollBack(from, by), CancellationToken.None).WaitAsync(cancellationToken);

    private List<ReloadOutcome> Run(IReadOnlyList<ReloadRequest> batch)
    {
        using var deadline = new CancellationTokenSource(Longest, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stopping, deadline.Token);
        ReloadOutcome outcome;
        try
        {
            lock (_work) return Serve(batch, stop.Token);
        }
        catch (CorpusException exception)
        {
            outcome = new ReloadOutcome.Broken(exception.Problems);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            outcome = new ReloadOutcome.Failed($"It took more than {Longest.TotalMinutes} minutes. Stop what else runs on the machine, and try again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            outcome = new ReloadOutcome.Failed($"{exception.Message} Free space on the disk, or let the program write there, and try again.");
        }

        return [.. batch.Select(_ => outcome)];
    }

    private List<ReloadOutcome> Serve(IReadOnlyList<ReloadRequest> batch, CancellationToken stop)
    {
        OnStep(ReloadStep.Begun);
        var reading = new CorpusFolder(_folder).ReadWithFiles();
        if (reading.Snapshot is not { } snapshot) throw new CorpusException(reading.Errors);
        OnStep(ReloadStep.Read);

        using var live = _corpus.Acquire();
        if (snapshot.Hash == live.Generation.Snapshot.Hash) return [.. batch.Select(_ => new ReloadOutcome.Unchanged(live.Generation.Id))];

        var golden = Path.Combine(_folder, CorpusCheck.GoldenFile);
        var questions = File.Exists(golden) ? JudgmentFile.Read(golden, CorpusCheck.GoldenFile) : [];
        var next = new Generation(snapshot, _indexes.Open(snapshot, progress: null, stop).Retriever);
        ReloadOutcome.Published? published = null;
        try
        {
            OnStep(ReloadStep.Indexed);
            var preview = Compare(live.Generation, next, questions, [.. reading.Problems, .. CorpusLint.Of(snapshot, _folder)], stop);
            OnStep(ReloadStep.Compared);

            // Whoever asked together gets together what was published.
            var outcomes = new List<ReloadOutcome>(batch.Count);
            foreach (var request in batch)
            {
                if ((published ?? WhyNot(request, preview)) is { } settled)
                {
                    outcomes.Add(settled);
                    continue;
                }

                Keep(reading, live.Generation);
                var origin = new Origin(request.By is null ? Arrival.Signal : Arrival.Reload, _time.GetUtcNow(), request.By);
                outcomes.Add(published = new ReloadOutcome.Published(preview, origin));
                _corpus.Replace(next with { Origin = origin });
                OnStep(ReloadStep.Swapped);
            }

            return outcomes;
        }
        finally
        {
            if (published is null) (next.Retriever as IDisposable)?.Dispose();
        }
    }

    private ReloadPreview Compare(
        Generation live, Generation next, IReadOnlyList<JudgmentLine> questions, ImmutableArray<CorpusProblem> warnings, CancellationToken stop)
    {
        Judgment[] judgments = [.. questions.Select(question => question.Judgment)];
        var now = _evaluator.Run(judgments, next.Retriever, progress: null, stop);
        OnStep(ReloadStep.Asked);
        var before = _evaluator.Run(judgments, live.Retriever, progress: null, stop);
        var golden = GoldenComparison.Between([.. questions.Select(question => question.Line)], before, now);
        return new ReloadPreview(CorpusDifference.Between(live.Snapshot, next.Snapshot), golden, warnings);
    }

    // Null: it is to be published.
    private static ReloadOutcome? WhyNot(ReloadRequest request, ReloadPreview preview)
    {
        if (!request.Publish) return new ReloadOutcome.Previewed(preview);
        if (request.Shown is { } shown && shown != preview.Difference.NewId) return new ReloadOutcome.Moved(preview);
        if (preview.Golden.Holds) return null;
        if (!request.Force) return new ReloadOutcome.Held(preview);
        return request.Overrides is { } wrong && wrong != preview.Golden.Wrong.Count() ? new ReloadOutcome.Moved(preview) : null;
    }

    // Before the swap, which can't fail: a full disk refuses the reload as a whole.
    private void Keep(CorpusReading reading, Generation live)
    {
        _kept.Copy(reading);
        OnStep(ReloadStep.Copied);
        _kept.Write(new KeptNote(reading.Snapshot!.Hash, live.Snapshot.Hash, Refused: null));
        OnStep(ReloadStep.Noted);
    }

    private RollBackOutcome RollBack(string from, string by)
    {
        lock (_work)
        {
            using var live = _corpus.Acquire();
            if (live.Generation.Id != from) return new RollBackOutcome.Moved(live.Generation.Id);
            try
            {
                return RollBack(live.Generation, new Origin(Arrival.Rollback, _time.GetUtcNow(), by));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new RollBackOutcome.Failed($"{exception.Message} Free space on the disk, or let the program write there, and try again.");
            }
        }
    }

    private RollBackOutcome RollBack(Generation live, Origin origin)
    {
        using var previous = _corpus.AcquirePrevious();
        var to = previous?.Generation.Snapshot ?? _kept.TryRead(_kept.ReadNote()?.Previous);
        if (to is null) return new RollBackOutcome.Impossible();

        // After a restart the previous corpus is on the disk only.
        var opened = previous is null ? _indexes.Open(to, progress: null, Stopping) : null;
        try
        {
            _kept.Write(new KeptNote(to.Hash, live.Snapshot.Hash, Refused: live.Snapshot.Hash));
        }
        catch
        {
            (opened?.Retriever as IDisposable)?.Dispose();
            throw;
        }

        if (opened is null) _corpus.RollBack(origin);
        else _corpus.Replace(new Generation(to, opened.Retriever) { Origin = origin });
        return new RollBackOutcome.Done(CorpusDifference.Between(live.Snapshot, to), origin);
    }
}

/// <summary>The steps of a reload, in their order.</summary>
internal enum ReloadStep
{
    /// <summary>Nothing is done yet.</summary>
    Begun,

    /// <summary>The files are read and without errors.</summary>
    Read,

    /// <summary>The new index is built aside.</summary>
    Indexed,

    /// <summary>The new index was asked the golden questions.</summary>
    Asked,

    /// <summary>The difference is known.</summary>
    Compared,

    /// <summary>A copy of the new corpus is kept.</summary>
    Copied,

    /// <summary>The copy is noted as the good one.</summary>
    Noted,

    /// <summary>The new generation answers.</summary>
    Swapped,
}
