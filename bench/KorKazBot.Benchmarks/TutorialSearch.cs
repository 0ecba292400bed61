using System.Globalization;
using KorKazBot.Engine.Corpus;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KorKazBot.Benchmarks;

/// <summary>The peer: Lucene.Net as every tutorial shows it. EnglishAnalyzer, stored text, the classic query parser, best five.</summary>
internal sealed class TutorialSearch : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public TutorialSearch(IEnumerable<Passage> passages, string? folder = null)
    {
        _directory = folder is null ? new RAMDirectory() : new MMapDirectory(folder);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
        {
            foreach (var passage in passages)
            {
                writer.AddDocument(
                [
                    new StringField("id", passage.Id, Field.Store.YES), new TextField("text", passage.Text, Field.Store.YES),
                ]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>The texts of the five best passages: as many as an answer of ours carries.</summary>
    public List<string> Ask(string question)
    {
        var query = new QueryParser(LuceneVersion.LUCENE_48, "text", _analyzer).Parse(QueryParserBase.Escape(question));
        var texts = new List<string>();
        foreach (var hit in _searcher.Search(query, 5).ScoreDocs) texts.Add(_searcher.Doc(hit.Doc).Get("text", CultureInfo.InvariantCulture));
        return texts;
    }

    /// <summary>The ids of the same passages.</summary>
    public List<string> AskForIds(string question)
    {
        var query = new QueryParser(LuceneVersion.LUCENE_48, "text", _analyzer).Parse(QueryParserBase.Escape(question));
        var ids = new List<string>();
        foreach (var hit in _searcher.Search(query, 5).ScoreDocs) ids.Add(_searcher.Doc(hit.Doc).Get("id", CultureInfo.InvariantCulture));
        return ids;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}
