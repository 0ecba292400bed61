using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KorKazBot.Corpus.Reading;

/// <summary>A value of the front matter with the line it stands on.</summary>
/// <param name="Text">The scalar; null where the value is a mapping.</param>
/// <param name="Fields">The mapping's fields; null where the value is a scalar.</param>
/// <param name="Line">1-based line in the file.</param>
internal sealed record FrontMatterValue(string? Text, IReadOnlyDictionary<string, FrontMatterValue>? Fields, int Line);

/// <summary>Reads YAML front matter event by event: text and one level of mapping, nothing that could run, expand or nest.</summary>
/// <remarks>
/// Anchors, aliases and tags are refused as soon as they appear, so that an alias bomb never expands, and depth is bounded before the
/// parser's own limit (RELIABILITY.md section 0, point 8).
/// </remarks>
internal static class FrontMatter
{
    private const int MaxCharacters = 64 * 1024;
    private const int MaxDepth = 2;

    /// <summary>Reads the text between the two <c>---</c> lines.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">The 1-based line of the file on which it begins.</param>
    /// <param name="problems">Takes what is wrong; the result holds what could be read.</param>
    public static IReadOnlyDictionary<string, FrontMatterValue> Read(string yaml, int firstLine, FileProblems problems)
    {
        if (yaml.Length > MaxCharacters)
        {
            problems.Error(firstLine, $"The front matter is longer than {MaxCharacters / 1024} kB.", "Keep only the keys listed in corpus/README.md.");
            return new Dictionary<string, FrontMatterValue>();
        }

        var tab = Array.FindIndex(yaml.Split('\n'), line => line.StartsWith('\t'));
        if (tab >= 0)
        {
            problems.Error(firstLine + tab, "The line begins with a tab.", "Use spaces.");
            return new Dictionary<string, FrontMatterValue>();
        }

        try
        {
            var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
            var events = new EventReader(parser, firstLine, problems);
            return events.ReadDocument();
        }
        catch (YamlException exception)
        {
            var line = firstLine + (int)Math.Max(0, exception.Start.Line - 1);
            problems.Error(line, "The front matter is not valid YAML here.", $"Write 'key: value' on each line, quoted where the value holds ': ' or '#' ({Reason(exception)})");
            return new Dictionary<string, FrontMatterValue>();
        }
    }

    private static string Reason(YamlException exception) => exception.Message.TrimEnd('.') + ".";

    private sealed class EventReader(Parser parser, int firstLine, FileProblems problems)
    {
        public Dictionary<string, FrontMatterValue> ReadDocument()
        {
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case StreamStart or DocumentStart or DocumentEnd or StreamEnd: continue;
                    case MappingStart start: return ReadMapping(start, 1) ?? [];
                    case { } other: Refuse(other, "The front matter is not a list of 'key: value' lines."); return [];
                }
            }

            return [];
        }

        private Dictionary<string, FrontMatterValue>? ReadMapping(MappingStart start, int depth)
        {
            if (IsMarked(start)) return null;
            var fields = new Dictionary<string, FrontMatterValue>(StringComparer.Ordinal);
            while (parser.MoveNext() && parser.Current is not MappingEnd)
            {
                if (parser.Current is not Scalar key || IsMarked(key) || !parser.MoveNext()) return Refused(parser.Current!);
                if (ReadValue(depth) is not { } value) return null;
                if (!fields.TryAdd(key.Value, value))
                    problems.Error(Line(key), $"The key '{key.Value}' stands twice.", "Keep one of the two lines.");
            }

            return fields;
        }

        private FrontMatterValue? ReadValue(int depth)
        {
            switch (parser.Current)
            {
                case Scalar scalar when !IsMarked(scalar):
                    return new FrontMatterValue(scalar.Value, null, Line(scalar));
                case MappingStart start when depth < MaxDepth:
                    return ReadMapping(start, depth + 1) is { } fields ? new FrontMatterValue(null, fields, Line(start)) : null;
                case Scalar:
                    return null;
                default:
                    Refused(parser.Current!);
                    return null;
            }
        }

        private bool IsMarked(NodeEvent node)
        {
            if (node.Anchor.IsEmpty && node.Tag.IsEmpty) return false;
            Refuse(node, "Anchors (&) and tags (!) are not allowed.");
            return true;
        }

        private Dictionary<string, FrontMatterValue>? Refused(ParsingEvent at)
        {
            Refuse(at, "Lists, aliases (*) and deeper nesting are not allowed.");
            return null;
        }

        private void Refuse(ParsingEvent at, string reason) =>
            problems.Error(Line(at), reason, "Write the value as plain text, in double quotes where it holds special signs.");

        private int Line(ParsingEvent at) => firstLine + (int)at.Start.Line - 1;
    }
}
