using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Corpus;

public sealed class LiveCorpusTests : IDisposable
{
    private readonly Index _old = new();
    private readonly Index _new = new();
    private readonly Index _newest = new();
    private readonly LiveCorpus _corpus;

    public LiveCorpusTests() => _corpus = new LiveCorpus(Of(_old));

    public void Dispose()
    {
        _corpus.Dispose();
        _old.Dispose();
        _new.Dispose();
        _newest.Dispose();
    }

    [Fact]
    public void A_lease_keeps_its_generation_through_swaps_and_an_old_one_goes_with_its_last_lease()
    {
        var first = _corpus.Acquire();
        var second = _corpus.Acquire();

        _corpus.Replace(Of(_new));
        _corpus.Replace(Of(_newest));
        Assert.Same(_old, first.Generation.Retriever);

        first.Dispose();
        Assert.Equal(0, _old.Disposed);
        second.Dispose();
        Assert.Equal(1, _old.Disposed);
    }

    [Fact]
    public void After_a_swap_only_the_new_generation_is_given_out_and_the_one_before_is_kept()
    {
        _corpus.Replace(Of(_new));

        using var lease = _corpus.Acquire();
        Assert.Same(_new, lease.Generation.Retriever);
        Assert.Equal((0, 0), (_old.Disposed, _new.Disposed));

        _corpus.Replace(Of(_newest));
        Assert.Equal((1, 0), (_old.Disposed, _new.Disposed));
    }

    [Fact]
    public void A_rollback_brings_back_the_one_before_and_another_one_takes_that_back()
    {
        var origin = new Origin(Arrival.Rollback, DateTimeOffset.UnixEpoch, "telegram:1");
        _corpus.Replace(Of(_new));

        Assert.True(_corpus.RollBack(origin));

        using (var lease = _corpus.Acquire()) Assert.Equal((_old, origin), (lease.Generation.Retriever, lease.Generation.Origin));
        using (var lease = _corpus.AcquirePrevious()) Assert.Same(_new, lease?.Generation.Retriever);
        Assert.True(_corpus.RollBack(origin));
        using (var lease = _corpus.Acquire()) Assert.Same(_new, lease.Generation.Retriever);
        Assert.Equal((0, 0), (_old.Disposed, _new.Disposed));
    }

    [Fact]
    public void Without_one_before_there_is_nothing_to_go_back_to()
    {
        Assert.False(_corpus.RollBack(new Origin(Arrival.Rollback, DateTimeOffset.UnixEpoch)));

        Assert.Null(_corpus.AcquirePrevious());
        using var lease = _corpus.Acquire();
        Assert.Same(_old, lease.Generation.Retriever);
    }

    [Fact]
    public void At_the_end_the_one_before_goes_too()
    {
        _corpus.Replace(Of(_new));

        _corpus.Dispose();

        Assert.Equal((1, 1), (_old.Disposed, _new.Disposed));
    }

    [Fact]
    public void A_lease_given_back_twice_counts_once()
    {
        using var held = _corpus.Acquire();
        var lease = _corpus.Acquire();
        lease.Dispose();
        lease.Dispose();

        _corpus.Replace(Of(_new));
        _corpus.Replace(Of(_newest));

        Assert.Equal(0, _old.Disposed);
    }

    [Fact]
    public void At_the_end_the_index_goes_when_the_last_question_is_answered()
    {
        var lease = _corpus.Acquire();

        _corpus.Dispose();
        _corpus.Dispose();
        Assert.Equal(0, _old.Disposed);

        lease.Dispose();
        Assert.Equal(1, _old.Disposed);
    }

    [Fact]
    public void After_the_end_nothing_is_given_out_and_what_would_come_live_is_let_go()
    {
        _corpus.Dispose();

        _corpus.Replace(Of(_new));

        Assert.Throws<ObjectDisposedException>(_corpus.Acquire);
        Assert.Equal((1, 1), (_old.Disposed, _new.Disposed));
    }

    [Fact]
    public void An_index_with_nothing_to_let_go_is_simply_left()
    {
        using var corpus = new LiveCorpus(new Generation(Some.Corpus(), new Plain()));

        corpus.Replace(Of(_new));
        corpus.Replace(Of(_newest));

        using var lease = corpus.Acquire();
        Assert.Same(_newest, lease.Generation.Retriever);
    }

    [Fact]
    public void Many_askers_and_swaps_never_meet_an_index_that_is_gone()
    {
        var generations = Enumerable.Range(0, 200).Select(_ => new Index()).ToArray();
        using var corpus = new LiveCorpus(Of(new Index()));

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number =>
        {
            if (number % 100 == 0) corpus.Replace(Of(generations[number / 100]));
            using var lease = corpus.Acquire();
            lease.Generation.Retriever.Retrieve(new RetrievalQuery("Who?", Language.English), 5);
        });

        corpus.Replace(Of(_new));
        corpus.Replace(Of(_newest));
        Assert.All(generations, index => Assert.Equal(1, index.Disposed));
    }

    [Fact]
    public void A_generation_is_known_by_twelve_digits() => Assert.Equal("0123456789ab", Of(_old).Id);

    private static Generation Of(Index index) => new(Some.Corpus(), index);

    private sealed class Index : IPassageRetriever, IDisposable
    {
        private int _disposed;

        public int Disposed => _disposed;

        public Retrieval Retrieve(RetrievalQuery query, int limit)
        {
            ObjectDisposedException.ThrowIf(_disposed > 0, this);
            return Retrieval.Empty;
        }

        public void Dispose() => Interlocked.Increment(ref _disposed);
    }

    private sealed class Plain : IPassageRetriever
    {
        public Retrieval Retrieve(RetrievalQuery query, int limit) => Retrieval.Empty;
    }
}
