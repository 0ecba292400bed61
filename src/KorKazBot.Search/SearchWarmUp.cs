using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Search;

/// <summary>Brings the code of indexing and searching into memory while something else is waited for.</summary>
/// <remarks>
/// Half of what a first answer costs is this code's own start, not its work on a corpus of one interview. On a thread of its own, beside
/// the reading of settings and corpus, it takes a fifth off the time to the first answer (bench/startup).
/// </remarks>
public static class SearchWarmUp
{
    // A word in each language, so that each one's analysis is met.
    private static readonly Passage Words = new()
    {
        Id = "warm-up.0.1",
        Turn = 0,
        Asked = "",
        Text = "Companies.",
        Language = Language.English,
        Source = new PassageSource("warm-up", "", null, null, null, null),
        Translations =
        [
            new PassageTranslation(Language.Russian, "", "Компании."),
            new PassageTranslation(Language.Kazakh, "", "Компаниялар."),
            new PassageTranslation(Language.Korean, "", "기업들이."),
        ],
    };

    /// <summary>Indexes a passage in memory and finds it.</summary>
    public static void Run()
    {
        var opened = PassageIndexes.Open(new CorpusSnapshot([], [Words], ""), new IndexingOptions(), progress: null, CancellationToken.None);
        using var retriever = (IDisposable)opened.Retriever;
        opened.Retriever.Retrieve(new RetrievalQuery("companies", Language.English), limit: 5);
    }
}
