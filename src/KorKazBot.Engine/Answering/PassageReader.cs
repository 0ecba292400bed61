namespace KorKazBot.Engine.Answering;

/// <summary>Reads a found passage for the sentence that answers.</summary>
public static class PassageReader
{
    // Where two neighbours meet the question about equally, both are shown in bold.
    private const double NearlyAsGood = 0.85;

    /// <summary>Picks the best sentence of a passage; where none meets the question, the first.</summary>
    /// <param name="found">The passage with its evidence.</param>
    /// <param name="type">What kind of thing is asked for.</param>
    public static Reading Read(RetrievedPassage found, AnswerType type)
    {
        ArgumentNullException.ThrowIfNull(found);
        var sentences = found.Evidence.Sentences;
        var text = found.Passage.Text;
        if (sentences.IsEmpty) return new Reading(found.Passage, new TextSpan(0, text.Length), found.Score, found.Evidence);

        var best = 0;
        for (var i = 1; i < sentences.Length; i++)
        {
            if (sentences[i].Score > sentences[best].Score) best = i;
        }

        var first = Attribution.BelongsToPrevious(text, sentences, best) ? best - 1 : best;
        var last = Attribution.NeedsNext(text, sentences, best, type) ? best + 1 : best;
        if (first == last && sentences[best].Score > 0)
        {
            if (IsAsGood(best + 1)) last++;
            else if (IsAsGood(best - 1)) first--;
        }

        var highlight = new TextSpan(sentences[first].Span.Start, sentences[last].Span.End);
        return new Reading(found.Passage, highlight, found.Score, found.Evidence);

        bool IsAsGood(int neighbour) =>
            neighbour >= 0 && neighbour < sentences.Length
            && sentences[neighbour].Score >= NearlyAsGood * sentences[best].Score
            && type.IsMetBy(sentences[neighbour].Span.In(text));
    }
}
