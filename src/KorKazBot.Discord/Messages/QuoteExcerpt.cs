using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Discord.Messages;

/// <summary>Long texts within Discord's limits, cut at sentences.</summary>
internal static class QuoteExcerpt
{
    private const string Cut = "> …";
    private const int LineStart = 2;

    /// <summary>The passage as a block quote, the highlight in bold: all of it, or as many whole sentences around the best one as fit.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="highlight">The best sentence; an empty span has no bold, and the beginning is kept.</param>
    /// <param name="most">Most UTF-16 units. Where something is left out, a line with an ellipsis stands for it.</param>
    public static string Of(string text, TextSpan highlight, int most)
    {
        if (text.Length <= most && DiscordMarkdown.Quote(text, highlight) is { } whole && whole.Length <= most) return whole;

        var sentences = Sentences.Split(text);
        if (sentences.Count == 0) return Cut;
        var best = sentences.FindIndex(sentence => sentence.End > highlight.Start);
        if (best < 0) best = sentences.Count - 1;
        return Around(text, highlight, sentences, best, most) ?? Beginning(sentences[best].Of(text), highlight.Length > 0, most);
    }

    /// <summary>Cuts a text into pieces that take at most so many units when they are escaped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most units of a piece.</param>
    /// <param name="total">Most units of all pieces together, 3 or more; what doesn't fit is left out behind an ellipsis.</param>
    public static List<string> Pieces(string text, int most, int total)
    {
        var pieces = new List<string>();
        var room = total - 1;
        foreach (var part in Parts(text, most))
        {
            var isFirst = pieces.Count == 0;
            var written = isFirst ? DiscordMarkdown.Fit(part, Math.Min(most, room), DiscordMarkdown.Escape) : DiscordMarkdown.Escape(part);
            var joins = !isFirst && pieces[^1].Length + 1 + written.Length < most;
            if (written.Length + 1 > room && !isFirst)
            {
                if (pieces[^1].Length < most) pieces[^1] += "…";
                return pieces;
            }

            room -= written.Length + 1;
            if (joins) pieces[^1] += " " + written;
            else pieces.Add(written);
        }

        return pieces;
    }

    // Sentences; the words of one that is too long for a piece.
    private static IEnumerable<string> Parts(string text, int most)
    {
        foreach (var sentence in Sentences.Split(text))
        {
            var words = sentence.Of(text);
            if (DiscordMarkdown.Escape(words).Length <= most) yield return words;
            else foreach (var word in words.Split(' ')) yield return DiscordMarkdown.Escape(word).Length <= most ? word : "…";
        }
    }

    // Grows from the best sentence, forwards first: an answer goes on more often than it is led up to. Sentences are measured one by one,
    // as if each began a line: together they take that much at most.
    private static string? Around(string text, TextSpan highlight, List<TextSpan> sentences, int best, int most)
    {
        var (first, last, room) = (best, best, most - Taken(best) - LineStart - 2 * (Cut.Length + 1));
        if (room < 0) return null;
        while (true)
        {
            if (last + 1 < sentences.Count && Taken(last + 1) is var after && after <= room) (last, room) = (last + 1, room - after);
            else if (first > 0 && Taken(first - 1) is var before && before <= room) (first, room) = (first - 1, room - before);
            else break;
        }

        var kept = new TextSpan(sentences[first].Start, sentences[last].End);
        var quote = DiscordMarkdown.Quote(kept.Of(text), Within(kept));
        return (first > 0 ? Cut + "\n" : "") + quote + (last + 1 < sentences.Count ? "\n" + Cut : "");

        int Taken(int sentence)
        {
            var end = sentence + 1 < sentences.Count ? sentences[sentence + 1].Start : sentences[sentence].End;
            var span = new TextSpan(sentences[sentence].Start, end);
            return span.Length > most ? most : DiscordMarkdown.Quote(span.Of(text), Within(span)).Length - LineStart;
        }

        TextSpan Within(TextSpan span)
        {
            var start = Math.Clamp(highlight.Start - span.Start, 0, span.Length);
            return new TextSpan(start, Math.Clamp(highlight.End - span.Start, start, span.Length));
        }
    }

    // One sentence longer than a message.
    private static string Beginning(string sentence, bool isBold, int most) =>
        DiscordMarkdown.Fit(sentence, most, part => DiscordMarkdown.Quote(part, isBold ? new TextSpan(0, part.Length) : default));
}
