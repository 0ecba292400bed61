namespace KorKazBot.Engine.Answering;

/// <summary>Phrases that tell something wherever they stand in a text, in any case of its letters.</summary>
/// <remarks>
/// Looked up by their first two letters, all in one pass. <c>SearchValues</c> of strings is no quicker over the length of a question, and takes
/// 15 ms to get ready for a program's first one.
/// </remarks>
internal sealed class CuePhrases
{
    private const int Beginnings = 512;

    private readonly string[]?[] _byBeginning = new string[]?[Beginnings];
    private readonly char[] _letters;

    /// <param name="phrases">Those of one letter are Korean: they have no case.</param>
    public CuePhrases(params string[] phrases)
    {
        _letters = [.. phrases.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0])];
        foreach (var phrase in phrases)
        {
            if (phrase.Length == 1) continue;
            ref var same = ref _byBeginning[Beginning(Lower(phrase[0]), Lower(phrase[1]))];
            same = [.. same ?? [], phrase];
        }
    }

    /// <summary>Whether any of them stands in a text.</summary>
    public bool StandIn(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        if (_letters.Length > 0 && text.ContainsAny(_letters)) return true;
        var first = Lower(text[0]);
        for (var at = 1; at < text.Length; at++)
        {
            var second = Lower(text[at]);
            if (_byBeginning[Beginning(first, second)] is { } phrases && AnyAt(text[(at - 1)..], phrases)) return true;
            first = second;
        }

        return false;
    }

    private static bool AnyAt(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int Beginning(int first, int second) => ((first * 31) + second) & (Beginnings - 1);

    private static int Lower(char letter) => letter < 128 ? letter | 0x20 : char.ToLowerInvariant(letter);
}
