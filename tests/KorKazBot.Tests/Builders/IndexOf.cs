using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;

namespace KorKazBot.Tests.Builders;

/// <summary>Builds a real index over a few passages.</summary>
internal static class IndexOf
{
    public static IPassageRetriever Texts(params string[] texts) => Passages([.. texts.Select((text, i) => Passage($"p{i + 1}", text))]);

    public static IPassageRetriever Passages(params Passage[] passages) => Snapshot(new CorpusSnapshot([], [.. passages], "test"));

    public static IPassageRetriever Snapshot(CorpusSnapshot snapshot) =>
        PassageIndexes.Open(snapshot, new IndexingOptions(), progress: null, CancellationToken.None).Retriever;

    public static Passage Passage(string id, string text, Language language = Language.English, string asked = "") => new()
    {
        Id = id,
        Turn = 1,
        Asked = asked,
        Text = text,
        Language = language,
        Source = new PassageSource("test", "A test", new Speaker("Somebody", null), null, null, null),
    };

    public static string? BestFor(this IPassageRetriever retriever, string question, Language language = Language.English) =>
        retriever.Retrieve(new RetrievalQuery(question, language), 5).Passages.FirstOrDefault()?.Passage.Id;
}
