namespace KorKazBot.Engine.Answering;

/// <summary>The whole idea on one screen: retrieve, read, then answer, offer candidates or abstain.</summary>
/// <param name="options">The borders of the three bands.</param>
/// <remarks>Has no state of its own; safe for any number of threads.</remarks>
public sealed class QuestionAnswerer(AnsweringOptions options)
{
    /// <summary>Most candidates that can be asked for.</summary>
    public const int MaxTop = 100;

    private const double WholeAlias = 0.5;

    // Above it, words alone are right nearly always, and the encoder's milliseconds are saved.
    private const double EnoughByWords = 0.79;

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
        var query = new RetrievalQuery(text, language, context, AnswerTypes.Of(text));
        var retrieval = retriever.Retrieve(query, Math.Clamp(top, 2, MaxTop));
        var features = ConfidenceFeatures.Of(retrieval);
        var confidence = ConfidenceModel.Of(features, retrieval.ByMeaning);
        if (retriever.KnowsMeaning && confidence.Probability < MeaningBelow)
        {
            retrieval = retriever.Retrieve(query with { ByMeaning = true }, Math.Clamp(top, 2, MaxTop));
            features = ConfidenceFeatures.Of(retrieval);
            confidence = ConfidenceModel.Of(features, retrieval.ByMeaning);
        }

        return Band(retrieval, confidence, features, language) with
        {
            Confidence = confidence,
            Features = features,
            Readings = [.. retrieval.Passages.Take(top).Select(found => PassageReader.Read(found, query.Type))],
            Words = retrieval.Words,
            CompletedFrom = context,
        };
    }

    private double MeaningBelow => options.Meaning switch
    {
        MeaningUse.Never => 0,
        MeaningUse.Always => double.PositiveInfinity,
        _ => EnoughByWords,
    };

    // Numbers, names of countries and other words that stand everywhere never suffice.
    private static bool TellsSomething(in ConfidenceFeatures features) => features.SpecificCoverage > 0 || features.AliasMatch >= WholeAlias;

    private Answer Band(Retrieval retrieval, Confidence confidence, in ConfidenceFeatures features, Language language)
    {
        if (retrieval.Passages.IsEmpty) return new Answer.Abstained(AbstainReason.NothingRetrieved) { Language = language };
        if (confidence.Probability >= options.AnswerThreshold && TellsSomething(features)) return new Answer.Found { Language = language };
        // One place is nothing to choose from: it is shown as the nearest.
        var isChoice = confidence.Probability >= options.CandidatesThreshold && retrieval.Passages.Length >= 2;
        if (isChoice) return new Answer.Candidates { Language = language };
        return new Answer.Abstained(AbstainReason.LowConfidence) { Language = language };
    }
}
