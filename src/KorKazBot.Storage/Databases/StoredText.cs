using System.Text;

namespace KorKazBot.Storage.Databases;

/// <summary>What both databases can keep of a text.</summary>
internal static class StoredText
{
    /// <summary>Replaces NUL, which PostgreSQL refuses, and lone surrogates, which aren't UTF-8, by U+FFFD.</summary>
    public static string Of(string text)
    {
        if (IsFine(text)) return text;
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) mended.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return mended.ToString();
    }

    private static bool IsFine(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
