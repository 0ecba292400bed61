namespace KorKazBot.Engine.Answering;

/// <summary>Catches what is no question to the interviews before anything is searched: greetings, thanks, insults, noise.</summary>
/// <remarks>
/// A phrase counts only where little else is said: "Hi! How many companies are there?" is a question. Statistics can't tell these from
/// questions about the subject (RETRIEVAL.md section 6), so the lists do.
/// </remarks>
public static class SmallTalk
{
    // The share of the words that must belong to small talk.
    private const double LeastShare = 0.6;

    /// <summary>What kind of small talk it is; null where it looks like a question.</summary>
    /// <param name="cleanText">What was typed, cleaned; any language, for people mix them when they chat.</param>
    public static AbstainReason? Classify(string cleanText)
    {
        ArgumentNullException.ThrowIfNull(cleanText);
        if (Noise.Is(cleanText)) return AbstainReason.Noise;

        var words = QuestionWords.Of(cleanText);
        if (words.Length is 0 or > 16) return null;
        var spaced = " " + string.Join(' ', words) + " ";
        AbstainReason? reason = null;
        var most = 0;
        var covered = new bool[words.Length];
        foreach (var phrases in SmallTalkPhrases.All)
        {
            var before = covered.Count(isCovered => isCovered);
            foreach (var phrase in phrases.Texts) Cover(spaced, phrase, covered);
            var gained = covered.Count(isCovered => isCovered) - before;
            if (gained > most || (gained == most && gained > 0 && phrases.Reason < reason)) (most, reason) = (gained, phrases.Reason);
        }

        if (reason is null) return null;
        foreach (var filler in SmallTalkPhrases.Fillers) Cover(spaced, filler, covered);
        var share = (double)covered.Count(isCovered => isCovered) / words.Length;
        return share >= LeastShare && !IsQuestionBeyond(words, covered) ? reason : null;
    }

    // Two words or more with content beside the greeting make a question of it.
    private static bool IsQuestionBeyond(string[] words, bool[] covered)
    {
        var content = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!covered[i] && words[i].Length > 3) content++;
        }

        return content >= 2;
    }

    // A phrase ends at a word's end; one that ends in * goes on within the word (Russian, Kazakh and Korean endings).
    private static void Cover(string spaced, string phrase, bool[] covered)
    {
        var open = phrase[^1] == '*';
        var needle = " " + (open ? phrase[..^1] : phrase + " ");
        for (var at = spaced.IndexOf(needle, StringComparison.Ordinal); at >= 0; at = spaced.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            var first = spaced.AsSpan(0, at + 1).Count(' ') - 1;
            var count = phrase.AsSpan().Count(' ') + 1;
            for (var i = first; i < first + count && i < covered.Length; i++) covered[i] = true;
        }
    }
}
