namespace KorKazBot.Engine.Answering;

/// <summary>The whole idea on one screen: retrieve, read, then answer, offer candidates or abstain.</summary>
/// <param name="options">The borders of the three bands.</param>
/// <remarks>Has no state of its own; safe for any number of threads.</remarks>
public sealed class QuestionAnswerer(AnsweringOptions options)
{
    /// <summary>Most candidates that can be asked for.</summary>
    public const int MaxTop = 100;

    // Candidates that are always looked at, so that the answer doesn't depend on how many are asked for.
    private const int Considered = 5;

    // On the development questions 1.1 to 1.25 makes no first passage worse, and "How many Korean companies work in Kazakhstan?" gets
    // its number in all four languages.
    private const double RightTypeBonus = 1.25;

    /// <summary>Answers a question from one generation of the corpus.</summary>
    /// <param name="question">Anything that a person may type.</param>
    /// <param name="retriever">The index to ask.</param>
    /// <param name="top">How many ranked candidates to return, 1 to <see cref="MaxTop"/>.</param>
    public Answer Answer(Question question, IPassageRetriever retriever, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(retriever);

        var text = QuestionText.Clean(question.Text);
        var language = question.Language ?? LanguageIdentifier.Identify(text, question.UsualLanguage);
        if (text.Length == 0) return new Answer.Abstained(AbstainReason.EmptyQuestion) { Language = language };
        if (SmallTalk.Classify(text) is { } reason) return new Answer.Abstained(reason) { Language = language };

        var context = question.Previous is { } previous && FollowUps.NeedsContext(text, language) ? QuestionText.Clean(previous) : null;
        var type = AnswerTypes.Of(text);
        var retrieval = Prefer(type, retriever.Retrieve(new RetrievalQuery(text, language, context), Math.Clamp(top, Considered, MaxTop)));
        var confidence = ConfidenceModel.Of(retrieval);
        return Band(retrieval, confidence, language) with
        {
            Confidence = confidence,
            Features = ConfidenceFeatures.Of(retrieval),
            Readings = [.. retrieval.Passages.Take(top).Select(found => PassageReader.Read(found, type))],
            Words = retrieval.Words,
            CompletedFrom = context,
        };
    }

    // Among passages that meet "how many companies" alike, the one whose best sentence has a figure answers.
    private static Retrieval Prefer(AnswerType type, Retrieval retrieval) => type == AnswerType.Any ? retrieval : retrieval with
    {
        Passages =
        [
            .. retrieval.Passages
                .Select(found => AnswerTypes.Has(type, PassageReader.Read(found, type).HighlightText) ? found with { Score = RightTypeBonus * found.Score } : found)
                .OrderByDescending(found => found.Score),
        ],
    };

    private Answer Band(Retrieval retrieval, Confidence confidence, Language language)
    {
        if (retrieval.Passages.IsEmpty) return new Answer.Abstained(AbstainReason.NothingRetrieved) { Language = language };
        if (confidence.Probability >= options.AnswerThreshold) return new Answer.Found { Language = language };
        if (confidence.Probability >= options.CandidatesThreshold) return new Answer.Candidates { Language = language };
        return new Answer.Abstained(AbstainReason.LowConfidence) { Language = language };
    }
}
