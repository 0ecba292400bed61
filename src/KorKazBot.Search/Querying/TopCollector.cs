using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KorKazBot.Search.Querying;

/// <summary>Collects the best documents in index order.</summary>
/// <remarks>
/// Taking documents in order keeps Lucene from its out-of-order scorer, whose buckets are 190 KB of garbage a question (PERFORMANCE.md).
/// </remarks>
internal sealed class TopCollector(int limit) : ICollector
{
    // The further views can double a score, not make it five times as high.
    private const float FairShare = 0.2f;
    private const int Fewest = 10;

    private readonly PriorityQueue<int, (float Score, int Order)> _best = new(limit + 1);
    private Scorer? _scorer;
    private int _base;
    private float _least = float.NegativeInfinity;

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _base = context.DocBase;

    public void Collect(int doc)
    {
        var score = _scorer!.GetScore();
        if (score <= _least) return;
        _best.Enqueue(_base + doc, (score, -(_base + doc)));
        if (_best.Count <= limit) return;
        _best.Dequeue();
        _best.TryPeek(out _, out var least);
        _least = least.Score;
    }

    /// <summary>The documents worth scoring in full, in no order: however many have a fair score, and a few more.</summary>
    public List<int> Documents()
    {
        var best = 0f;
        foreach (var (_, priority) in _best.UnorderedItems) best = Math.Max(best, priority.Score);
        var documents = new List<int>(_best.Count);
        while (_best.TryDequeue(out var document, out var priority))
        {
            if (priority.Score >= FairShare * best || _best.Count < Fewest) documents.Add(document);
        }

        return documents;
    }
}
