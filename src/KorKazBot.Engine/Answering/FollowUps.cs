using System.Collections.Frozen;

namespace KorKazBot.Engine.Answering;

/// <summary>Tells a question that leans on the one before ("And in 2020?") from one that stands alone.</summary>
public static class FollowUps
{
    private const int MostWords = 10;

    // What a follow-up begins with.
    private static readonly FrozenSet<string> Openers = Set(
        "and|what about|how about|and what about|but|also|then|so|or|what else|who else|why|why so|why not|since when|"
        + "а|и|ну а|а что|а как|но|или|еще|а еще|тогда|почему|зачем|"
        + "ал|және|жане|сонда|онда|неге|тағы|таги|"
        + "그럼|그러면|그리고|그런데|그래서|그건|또|왜");

    // Words that point back, and nothing but the question before says to what.
    private static readonly FrozenSet<string> Pointers = Set(
        "it|there|they|them|then|him|former|latter|second one|first one|third one|"
        + "там|туда|оттуда|этого|этому|этом|этим|этих|него|нее|них|им|ими|тогда|такой|такая|такие|"
        + "онда|оның|оны|оған|соның|соны|осыдан|содан|олардың|оларға|одан|"
        + "거기|거기서|거기에|그것|그게|그때|그중|그들|그곳");

    // A question that has one of these things to talk about is complete even with "their" or "there is".
    private static readonly FrozenSet<string> Complete = Set("there is|there are|is there|are there|will there|was there|were there|there any|that the|that he");

    /// <summary>Whether a question should be completed from the previous one.</summary>
    /// <param name="cleanText">The question, cleaned.</param>
    /// <param name="language">The language it is in.</param>
    public static bool NeedsContext(string cleanText, Language language)
    {
        var words = QuestionWords.Of(cleanText);
        if (words.Length is 0 or > MostWords) return false;
        var spaced = " " + string.Join(' ', words) + " ";

        foreach (var opener in Openers)
        {
            if (spaced.StartsWith($" {opener} ", StringComparison.Ordinal)) return !IsWhyQuestion(opener, words);
        }

        if (language == Language.Kazakh && words[^1] is "ше") return true;
        if (language == Language.Korean && words.Length == 1 && words[^1] is [.., '은' or '는' or '요'] && !IsKoreanQuestion(words[^1])) return true;
        if (words.Length <= 2 && words[0] is "when" or "where" or "who" or "когда" or "где" or "кто" or "сколько" or "қашан" or "қайда" or "언제" or "어디" or "누구") return true;
        if (Complete.Any(phrase => spaced.Contains($" {phrase} ", StringComparison.Ordinal))) return false;
        return Pointers.Any(pointer => spaced.Contains($" {pointer} ", StringComparison.Ordinal))
            && !cleanText.Contains(" IT ", StringComparison.Ordinal); // information technology
    }

    // "Why" alone points back; "Why did Seoul keep the planes going?" stands alone.
    private static bool IsWhyQuestion(string opener, string[] words) =>
        opener is "why" or "почему" or "зачем" or "неге" or "왜" or "so" or "then" or "тогда" && words.Length > 3;

    private static bool IsKoreanQuestion(string word) => word.EndsWith("나요", StringComparison.Ordinal) || word.EndsWith("까요", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
