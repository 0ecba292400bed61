using System.Text;
using System.Text.RegularExpressions;

namespace KorKazBot.Tests.Discord;

/// <summary>Reads Markdown as Discord's clients do, as far as to tell what is seen and whether anything in it is more than text.</summary>
internal static partial class MarkdownReader
{
    /// <summary>What is seen of a text in which nothing may be markup.</summary>
    /// <exception cref="InvalidOperationException">Something in it is markup.</exception>
    public static string Seen(string markdown) => Read(markdown, "", canBeBold: false);

    /// <summary>What is seen of a block quote in which only bold may be markup.</summary>
    /// <exception cref="InvalidOperationException">A line isn't quoted, or something else in it is markup.</exception>
    public static string SeenInQuote(string markdown) => Read(markdown, "> ", canBeBold: true);

    private static string Read(string markdown, string lineStart, bool canBeBold)
    {
        var lines = new List<string>();
        foreach (var line in markdown.Split('\n'))
        {
            if (!line.StartsWith(lineStart, StringComparison.Ordinal)) throw new InvalidOperationException($"Out of its block: {line}");
            lines.Add(ReadLine(line[lineStart.Length..], canBeBold));
        }

        return string.Join('\n', lines);
    }

    private static string ReadLine(string line, bool canBeBold)
    {
        var seen = new StringBuilder();
        if (LineMarkup().IsMatch(line)) throw new InvalidOperationException($"Begins with markup: {line}");
        if (Link().IsMatch(line)) throw new InvalidOperationException($"Has a link: {line}");
        var isBold = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && !char.IsAsciiLetterOrDigit(line[i + 1]) && !char.IsWhiteSpace(line[i + 1]))
            {
                seen.Append(line[++i]);
            }
            else if (canBeBold && line.AsSpan(i).StartsWith("**"))
            {
                isBold = !isBold;
                i++;
            }
            else if (line[i] is '*' or '_' or '~' or '`' or '|' or '<' or '@' or '[' or ']' or '\\')
            {
                throw new InvalidOperationException($"Markup at {i}: {line}");
            }
            else
            {
                seen.Append(line[i]);
            }
        }

        return isBold ? throw new InvalidOperationException($"Bold without end: {line}") : seen.ToString();
    }

    [GeneratedRegex(@"^\s*(#{1,3}\s|-#\s|[-*+]\s|\d+[.)]\s|>)")]
    private static partial Regex LineMarkup();

    [GeneratedRegex(@"[a-z]://", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
