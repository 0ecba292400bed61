namespace KorKazBot.Engine.Answering;

/// <summary>Finds the passages nearest to a question.</summary>
/// <remarks>Implementations are immutable and safe for any number of threads at once.</remarks>
public interface IPassageRetriever
{
    /// <summary>Ranks passages for a question; synchronous, because Lucene is.</summary>
    /// <param name="query">The question, cleaned, with its language settled.</param>
    /// <param name="limit">Most passages to return, 1 to 100.</param>
    /// <returns>The best first; no passages where no word of the question is known.</returns>
    Retrieval Retrieve(RetrievalQuery query, int limit);

    /// <summary>Whether it can compare meanings, not words alone.</summary>
    bool KnowsMeaning => false;
}

/// <summary>A question made ready for retrieval.</summary>
/// <param name="Text">Cleaned by <see cref="QuestionText.Clean"/>.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Context">The previous question that completes this one; null: the question stands alone.</param>
/// <param name="Type">What kind of thing is asked for: sentences that have it count more.</param>
/// <param name="ByMeaning">Whether to compare meanings too, which costs some milliseconds; ignored where the retriever can't.</param>
public sealed record RetrievalQuery(
    string Text, Language Language, string? Context = null, AnswerType Type = AnswerType.Any, bool ByMeaning = false);
