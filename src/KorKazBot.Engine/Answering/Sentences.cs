using System.Collections.Frozen;

namespace KorKazBot.Engine.Answering;

/// <summary>Cuts a paragraph into sentences in any of our languages.</summary>
public static class Sentences
{
    // A full stop after these ends no sentence (compared in lower case, without the stop).
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "co", "ltd", "inc", "corp", "jr", "sr", "vs", "etc", "e.g", "i.e", "no", "vol", "fig", "approx",
        "u.s", "u.k", "u.n", "г", "гг", "в", "вв", "т.е", "т.д", "т.п", "т.к", "др", "пр", "им", "ул", "руб", "тыс", "млн", "млрд", "трлн", "долл",
        "проф", "акад", "см", "стр", "напр", "ж", "т.б", "мыс",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sentences in order. Together they cover the text except for white space between them; none is empty.</summary>
    public static List<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextSpan>();
        var start = SkipWhiteSpace(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (!EndsSentence(text, start, ref i)) continue;
            sentences.Add(new TextSpan(start, i + 1));
            start = SkipWhiteSpace(text, i + 1);
            i = start - 1;
        }

        if (start < text.Length) sentences.Add(new TextSpan(start, EndOfText(text)));
        return sentences;
    }

    // At an end mark, moves i to the last mark or closing quote of the sentence.
    private static bool EndsSentence(string text, int start, ref int i)
    {
        if (text[i] is '\n') return EndBefore(text, start, ref i);
        if (text[i] is not ('.' or '!' or '?' or '…' or '。' or '？' or '！')) return false;

        var last = i;
        while (last + 1 < text.Length && text[last + 1] is '.' or '!' or '?' or '…' or '。') last++;
        var mark = last;
        while (last + 1 < text.Length && IsClosing(text[last + 1])) last++;
        if (last + 1 < text.Length && !char.IsWhiteSpace(text[last + 1])) return false;

        var next = SkipWhiteSpace(text, last + 1);
        if (next < text.Length && text[i] == '.' && last == i && (IsAbbreviation(text, start, i) || StartsLower(text, next))) return false;
        if (next < text.Length && last > mark && GoesOnAfterQuote(text, next)) return false;
        i = last;
        return true;
    }

    private static bool EndBefore(string text, int start, ref int i)
    {
        var end = i;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end == start) return false;
        i = end - 1;
        return true;
    }

    private static bool StartsLower(string text, int next) => char.IsLower(text[next]);

    // «Да!» – сказал он. “Why?” she asked.
    private static bool GoesOnAfterQuote(string text, int next) => StartsLower(text, next) || text[next] is '–' or '—';

    private static bool IsAbbreviation(string text, int start, int stop)
    {
        var first = stop;
        while (first > start && (char.IsLetter(text[first - 1]) || text[first - 1] == '.')) first--;
        var word = text.AsSpan(first, stop - first);
        if (word.Length == 1 && char.IsUpper(word[0])) return true; // an initial
        return word.Length is > 0 and <= 6 && Abbreviations.Contains(word.ToString().ToLowerInvariant());
    }

    private static bool IsClosing(char character) => character is '"' or '»' or '”' or '’' or '\'' or ')' or ']' or '」' or '』';

    private static int SkipWhiteSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    private static int EndOfText(string text)
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }
}
