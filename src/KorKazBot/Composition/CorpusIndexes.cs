using KorKazBot.Configuration;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;

namespace KorKazBot.Composition;

/// <summary>Opens the indexes of corpora, with the sentence encoder where there is one; it is opened once for all of them.</summary>
internal sealed class CorpusIndexes
{
    private readonly IndexingOptions _options;
    private readonly ISentenceVectors? _vectors;
    private readonly string? _reason;

    public CorpusIndexes(Settings settings)
    {
        _options = settings.Index;
        _vectors = MeaningSource.TryOpen(settings, out _reason);
    }

    /// <summary>Builds or opens the index of a corpus; what answers now isn't touched.</summary>
    public OpenedIndex Open(CorpusSnapshot corpus, IProgress<int>? progress, CancellationToken cancellationToken) =>
        PassageIndexes.Open(corpus, _options, progress, cancellationToken, _vectors);

    /// <summary>Why meanings aren't compared in a corpus of so many passages, in one sentence; null: they are.</summary>
    public string? WithoutMeaning(int passages)
    {
        if (passages <= PassageIndexes.MostPassagesByMeaning) return _reason;
        return _reason ?? $"Meanings aren't compared in more than {PassageIndexes.MostPassagesByMeaning:N0} passages.";
    }
}
