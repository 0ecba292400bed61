using System.Collections.Immutable;

namespace KorKazBot.Engine.Answering;

/// <summary>Keeps a figure with the words that say whose figure it is: "It decreased to 5.9 billion" says nothing alone.</summary>
internal static class Attribution
{
    private static readonly string[] BackReferences =
    [
        "it ", "they ", "this ", "these ", "that ", "those ", "he ", "she ",
        "он ", "она ", "оно ", "они ", "это ", "эта ", "этот ", "эти ",
        "ол ", "олар ", "бұл ", "осы ",
        "이는 ", "이것은 ", "그것은 ", "이 수치는 ", "그 ",
    ];

    private static readonly CuePhrases Sources = new(
        "according to", "statistic", "the stat", "reported", "estimate",
        "по данным", "согласно", "статистик", "по оценк", "сообщ",
        "мәлімет", "деректер", "статистика", "сәйкес", "бойынша",
        "통계", "따르면", "집계", "추산");

    private static readonly CuePhrases Asking = new(
        "i asked", "we asked", "i wondered", "people ask", "often asked",
        "я спросил", "мы спросили", "спрашивают",
        "мен сұрадым", "біз сұрадық", "деп сұрайды",
        "물었더니", "물어보았", "물어봤", "묻곤");

    /// <summary>Whether a sentence with a figure needs the one before it: it points back, or only that one names the source.</summary>
    public static bool BelongsToPrevious(string text, ImmutableArray<SentenceEvidence> sentences, int sentence)
    {
        if (sentence == 0) return false;
        var own = sentences[sentence].Span;
        var ownText = text.AsSpan(own.Start, own.Length);
        if (!ownText.ContainsAnyInRange('0', '9') || Sources.StandIn(ownText)) return false;

        return PointsBack(ownText);
    }

    /// <summary>
    /// Whether the answer stands in the sentence after: "I asked what it is for. They said...", or the figure that is asked for: "We gave
    /// aid. It was estimated at 800 000 dollars."
    /// </summary>
    public static bool NeedsNext(string text, ImmutableArray<SentenceEvidence> sentences, int sentence, AnswerType type)
    {
        if (sentence + 1 >= sentences.Length) return false;
        var (own, next) = (sentences[sentence].Span, sentences[sentence + 1].Span);
        if (text[own.End - 1] == '?' || Asking.StandIn(own.In(text))) return true;
        return !type.IsMetBy(own.In(text)) && PointsBack(next.In(text)) && type.IsMetBy(next.In(text));
    }

    private static bool PointsBack(ReadOnlySpan<char> sentence)
    {
        foreach (var word in BackReferences)
        {
            if (sentence.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
