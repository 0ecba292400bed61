using KorKazBot.Engine;
using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Concepts;

/// <summary>Tells whether a word that begins with a headword is a form of it: what follows must be able to be an ending.</summary>
internal static class Headword
{
    // A long headword begins nothing but its own forms and what is derived from them.
    private const int LongKazakh = 6;
    private const int ShortestStem = 3;

    /// <summary>Whether a word is a form of a headword.</summary>
    /// <param name="language">The language of both.</param>
    /// <param name="word">A word, folded.</param>
    /// <param name="length">How many of its letters are the headword.</param>
    /// <param name="whole">Whether only the headword itself is meant.</param>
    public static bool Accepts(Language language, string word, int length, bool whole)
    {
        var rest = word.Length - length;
        if (rest == 0) return true;
        return language switch
        {
            Language.Korean => (length > 1 && !whole) || KoreanParticles.IsParticle(word.AsSpan(length)),
            Language.Kazakh => !whole && length >= ShortestStem
                && (length >= LongKazakh || LanguageAnalysis.For(Language.Kazakh).Stem(word).Length <= length + 1),
            Language.Russian => !whole && length >= ShortestStem && rest <= Math.Max(5, length),
            _ => false,
        };
    }
}
