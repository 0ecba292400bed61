namespace KorKazBot.Engine.Answering;

/// <summary>Reads a found passage for the sentence that answers.</summary>
public static class PassageReader
{
    /// <summary>Picks the best sentence of a passage; where none meets the question, the first.</summary>
    public static Reading Read(RetrievedPassage found)
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
        var highlight = new TextSpan(sentences[first].Span.Start, sentences[best].Span.End);
        return new Reading(found.Passage, highlight, found.Score, found.Evidence);
    }
}
