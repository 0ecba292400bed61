using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Telegram.Messages;

/// <summary>Where a text may be cut.</summary>
internal static class TextCut
{
    /// <summary>
    /// The best place to cut a text that is too long: after a sentence, else between words, else between characters as readers see them.
    /// </summary>
    /// <param name="text">Longer than <paramref name="most"/>.</param>
    /// <param name="most">Most UTF-16 units before the cut, 2 or more.</param>
    /// <returns>1 to <paramref name="most"/>; never inside a surrogate pair.</returns>
    public static int Before(string text, int most)
    {
        var least = most / 4;
        var sentence = Sentences.Split(text).LastOrDefault(each => each.End <= most).End;
        if (sentence >= least && sentence > 0) return sentence;

        var space = text.LastIndexOfAny([' ', '\n', '\u00A0'], most);
        return space >= least && space > 0 ? space : WholeCharacters(text, most);
    }

    /// <summary>The text, or as many whole sentences around the best one as fit, with an ellipsis for what is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="best">The sentence to keep; an empty span keeps the beginning.</param>
    /// <param name="most">Most UTF-16 units, 8 or more.</param>
    /// <returns>The excerpt and where the best sentence is in it.</returns>
    public static (string Text, TextSpan Best) Excerpt(string text, TextSpan best, int most)
    {
        if (text.Length <= most) return (text, best);
        var sentences = Sentences.Split(text);
        var middle = Math.Max(0, sentences.FindIndex(sentence => sentence.End > best.Start));
        var room = most - 4;
        if (sentences.Count == 0 || sentences[middle].Length > room) return Around(text, best, room);

        var (first, last) = (middle, middle);
        while (true)
        {
            // An answer goes on more often than it is led up to.
            if (last + 1 < sentences.Count && sentences[last + 1].End - sentences[first].Start <= room) last++;
            else if (first > 0 && sentences[last].End - sentences[first - 1].Start <= room) first--;
            else break;
        }

        return Kept(text, best, new TextSpan(sentences[first].Start, sentences[last].End));
    }

    // One sentence alone is too long.
    private static (string Text, TextSpan Best) Around(string text, TextSpan best, int room)
    {
        var start = best.Length > 0 && best.Start < text.Length ? best.Start : 0;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var rest = text[start..];
        return Kept(text, best, new TextSpan(start, start + (rest.Length > room ? Before(rest, room) : rest.Length)));
    }

    private static (string Text, TextSpan Best) Kept(string text, TextSpan best, TextSpan kept)
    {
        var before = kept.Start > 0 ? "… " : "";
        var after = kept.End < text.Length ? " …" : "";
        var start = Math.Clamp(best.Start - kept.Start, 0, kept.Length);
        var end = Math.Clamp(best.End - kept.Start, start, kept.Length);
        return (before + kept.Of(text) + after, new TextSpan(start + before.Length, end + before.Length));
    }

    private static int WholeCharacters(string text, int most)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most) break;
            end = next;
        }

        if (end > 0) return end;
        return char.IsHighSurrogate(text[most - 1]) ? most - 1 : most; // one letter under thousands of marks
    }
}
