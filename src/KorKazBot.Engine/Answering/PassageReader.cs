namespace KorKazBot.Engine.Answering;

/// <summary>Reads a found passage for the sentence that answers.</summary>
public static class PassageReader
{
    // "How many" is answered by a sentence with a figure more often than not; on the development questions 1.3 to 1.6 made no difference.
    private const double RightTypeBonus = 1.4;

    /// <summary>Picks the best sentence of a passage; where none meets the question, the first.</summary>
    public static Reading Read(RetrievedPassage found, AnswerType type)
    {
        ArgumentNullException.ThrowIfNull(found);
        var sentences = found.Evidence.Sentences;
        var text = found.Passage.Text;
        if (sentences.IsEmpty) return new Reading(found.Passage, new TextSpan(0, text.Length), found.Score, found.Evidence);

        var best = 0;
        for (var i = 1; i < sentences.Length; i++)
        {
            if (Fitness(sentences[i], text, type) > Fitness(sentences[best], text, type)) best = i;
        }

        var first = Attribution.BelongsToPrevious(text, sentences, best) ? best - 1 : best;
        var highlight = new TextSpan(sentences[first].Span.Start, sentences[best].Span.End);
        return new Reading(found.Passage, highlight, found.Score, found.Evidence);
    }

    private static double Fitness(SentenceEvidence sentence, string text, AnswerType type) =>
        type != AnswerType.Any && AnswerTypes.Has(type, text.AsSpan(sentence.Span.Start, sentence.Span.Length))
            ? RightTypeBonus * sentence.Score
            : sentence.Score;
}
