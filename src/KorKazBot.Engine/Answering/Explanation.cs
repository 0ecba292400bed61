using System.Globalization;

namespace KorKazBot.Engine.Answering;

/// <summary>Says for moderators how an answer came about: what was understood, what counted, and which rule decided.</summary>
public static class Explanation
{
    /// <summary>The explanation, a line each, in English and plain text.</summary>
    /// <param name="answer">What the engine made of the question.</param>
    /// <param name="options">The borders that it was made with.</param>
    public static IEnumerable<string> Of(Answer answer, AnsweringOptions options)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(options);
        yield return $"language    {answer.Language.ToCode()}";
        if (answer.CompletedFrom is { } previous) yield return $"follows     {previous}";
        foreach (var word in answer.Words) yield return $"word        {Describe(word)}";
        for (var i = 0; i < Math.Min(2, answer.Readings.Length); i++)
        {
            var reading = answer.Readings[i];
            yield return $"{(i == 0 ? "best" : "runner-up"),-11} {reading.Passage.Id}, score {Number(reading.Score)} = {Parts(reading)}";
        }

        if (!answer.Readings.IsEmpty) yield return $"evidence    {Features(answer.Features)}";
        yield return $"confidence  {Number(answer.Confidence.Probability)}";
        yield return $"band        {Band(answer, options)}";
    }

    private static string Describe(QuestionWord word)
    {
        var repaired = word.SearchedAs is null ? "" : $", searched as {word.SearchedAs}";
        var concept = word.Concept is null ? "" : $", concept {word.Concept}";
        return $"{word.Text}: {Kind(word.Kind)}, idf {Number(word.Idf)}{repaired}{concept}";
    }

    private static string Kind(WordKind kind) => kind switch
    {
        WordKind.Content => "in some passages",
        WordKind.Everywhere => "everywhere, tells nothing",
        WordKind.Number => "a number, never enough",
        WordKind.Unknown => "unknown to the corpus",
        _ => "from the question before",
    };

    private static string Parts(Reading reading) => string.Join(" + ",
        reading.Evidence.Parts.Where(part => part.Value != 0).Select(part => $"{part.Name} {Number(part.Value)}"));

    private static string Features(in ConfidenceFeatures features) =>
        $"coverage {Number(features.Coverage)}, with the thesaurus {Number(features.WideCoverage)}, of telling words {Number(features.SpecificCoverage)}, "
        + $"best sentence {Number(features.SentenceCoverage)}, margin {Number(features.Margin)}, alias {Number(features.AliasMatch)}, "
        + $"unknown {Number(features.UnknownShare)}, rarest word missing {Number(features.MissingShare)}, name or figure missing {Number(features.MissesProper)}, "
        + $"kind unmet {Number(features.TypeUnmet)}, meaning {Number(features.Meaning)}, ahead by meaning {Number(features.MeaningMargin)}";

    private static string Band(Answer answer, AnsweringOptions options) => answer switch
    {
        Answer.Found => $"answer: at least {Number(options.AnswerThreshold)}",
        Answer.Candidates when answer.Confidence.Probability >= options.AnswerThreshold => "candidates: only numbers and words that stand everywhere are met",
        Answer.Candidates => $"candidates: at least {Number(options.CandidatesThreshold)}, below {Number(options.AnswerThreshold)}",
        Answer.Abstained { Reason: AbstainReason.LowConfidence } => $"none: below {Number(options.CandidatesThreshold)}, or a single passage that isn't sure",
        Answer.Abstained { Reason: AbstainReason.NothingRetrieved } => "none: no passage has any word of the question",
        Answer.Abstained abstained => $"none: {abstained.Reason}, told before anything was searched",
        _ => "none",
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
