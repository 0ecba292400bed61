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

    private static readonly (AbstainReason Reason, PhraseIndex Phrases)[] Meanings =
        [.. SmallTalkPhrases.All.Select(group => (group.Reason, new PhraseIndex(group.Texts)))];

    private static readonly PhraseIndex AllMeanings = new(SmallTalkPhrases.All.SelectMany(group => group.Texts));

    private static readonly PhraseIndex Fillers = new(SmallTalkPhrases.Fillers);

    /// <summary>What kind of small talk it is; null where it looks like a question.</summary>
    /// <param name="cleanText">What was typed, cleaned; any language, for people mix them when they chat.</param>
    public static AbstainReason? Classify(string cleanText)
    {
        ArgumentNullException.ThrowIfNull(cleanText);
        var words = QuestionWords.Of(cleanText);
        if (Noise.Is(cleanText, words)) return AbstainReason.Noise;
        if (words.Length is 0 or > 16 || !HasAny(words)) return null;
        var covered = new bool[words.Length];
        AbstainReason? reason = null;
        var most = 0;
        foreach (var (meaning, index) in Meanings)
        {
            var gained = Cover(words, index, covered);
            if (gained > most) (most, reason) = (gained, meaning);
        }

        if (reason is null) return null;
        Cover(words, Fillers, covered);
        var share = (double)covered.Count(isCovered => isCovered) / words.Length;
        return share >= LeastShare && !IsQuestionBeyond(words, covered) ? reason : null;
    }

    // Most questions have no phrase of small talk at all: one look at each word instead of one for each meaning.
    private static bool HasAny(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (AllMeanings.LongestAt(words, at) > 0) return true;
        }

        return false;
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

    // Covers the words of every phrase that stands in the text.
    private static int Cover(string[] words, PhraseIndex phrases, bool[] covered)
    {
        var gained = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var length = phrases.LongestAt(words, at);
            for (var i = at; i < at + length; i++)
            {
                if (covered[i]) continue;
                covered[i] = true;
                gained++;
            }
        }

        return gained;
    }
}
