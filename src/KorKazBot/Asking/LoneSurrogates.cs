using System.Globalization;
using System.Text;

namespace KorKazBot.Asking;

/// <summary>Half a surrogate pair, escaped in JSON as in <c>"\ud83d"</c>: phones send it when they cut an emoji in two.</summary>
internal static class LoneSurrogates
{
    private const string Replacement = "\\ufffd";

    /// <summary>Replaces each lone surrogate escape by U+FFFD; the JSON reader would refuse the whole text.</summary>
    public static string Replace(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal)) return json;

        var repaired = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length;)
        {
            var length = EscapeLength(json, i);
            var unit = UnitAt(json, i);
            if (unit is not { } value || !char.IsSurrogate(value))
            {
                repaired.Append(json, i, length);
                i += length;
            }
            else if (char.IsHighSurrogate(value) && UnitAt(json, i + 6) is { } low && char.IsLowSurrogate(low))
            {
                repaired.Append(json, i, 12);
                i += 12;
            }
            else
            {
                repaired.Append(Replacement);
                i += 6;
            }
        }

        return repaired.ToString();
    }

    // An escape other than \u is two characters, so that the second backslash of "\\ud83d" isn't taken for the first of an escape.
    private static int EscapeLength(string json, int index) => json[index] == '\\' && index + 1 < json.Length ? 2 : 1;

    private static char? UnitAt(string json, int index) =>
        index + 6 <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && ushort.TryParse(json.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
