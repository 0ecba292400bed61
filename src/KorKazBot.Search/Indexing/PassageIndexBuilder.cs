using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KorKazBot.Search.Indexing;

/// <summary>Builds the index of a corpus.</summary>
internal static class PassageIndexBuilder
{
    private static readonly FieldType TermsOnly = Freeze(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    });

    /// <summary>Builds in memory.</summary>
    /// <param name="passages">The passages; their order gives the ordinals.</param>
    /// <param name="progress">Told the number of passages done, now and then.</param>
    /// <param name="cancellationToken">Stops the build; nothing is kept.</param>
    public static PassageIndex BuildInMemory(IReadOnlyList<Passage> passages, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var directory = new RAMDirectory();
        var views = Write(directory, passages, progress, cancellationToken);
        return new PassageIndex(directory, views, passages);
    }

    /// <summary>Writes the Lucene index of the passages into an empty directory, in one commit.</summary>
    /// <returns>The views to keep beside it.</returns>
    public static IReadOnlyList<LanguageViews?> Write(
        Lucene.Net.Store.Directory directory, IReadOnlyList<Passage> passages, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = 128,
            Similarity = PassageIndex.NewSimilarity(),
            // Merges neighbours only, so that a document's number stays its passage's ordinal.
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
        };
        using var writer = new IndexWriter(directory, config);
        try
        {
            var views = WriteAll(writer, passages, progress, cancellationToken);
            writer.Commit();
            return views;
        }
        catch
        {
            writer.Rollback(); // disposing alone would commit half an index
            throw;
        }
    }

    private static IReadOnlyList<LanguageViews?> WriteAll(
        IndexWriter writer, IReadOnlyList<Passage> passages, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var builder = new ViewBuilder(new CommonSources(passages));
        var document = new Document();
        var fields = Languages.All.Select(language => new PassageField(language)).ToArray();
        for (var ordinal = 0; ordinal < passages.Count; ordinal++)
        {
            document.Fields.Clear();
            builder.Add(ordinal, passages[ordinal], (vocabulary, words) =>
                document.Add(fields[(int)vocabulary.Language].Holding(vocabulary, words)));
            writer.AddDocument(document);

            if (ordinal % 1000 != 999) continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(ordinal + 1);
        }

        progress?.Report(passages.Count);
        return builder.Views;
    }

    private static FieldType Freeze(FieldType type)
    {
        type.Freeze();
        return type;
    }

    // Lucene allows one field object to be used for document after document.
    private sealed class PassageField(Language language)
    {
        private readonly Field _field = new(PassageIndex.FieldOf(language), new TermStream(), TermsOnly);

        public Field Holding(Vocabulary vocabulary, IReadOnlyList<int> words)
        {
            ((TermStream)_field.GetTokenStreamValue()).Of(vocabulary, words);
            return _field;
        }
    }
}
