using System.Buffers;

namespace KorKazBot.Engine.Answering;

/// <summary>Phrases that tell something wherever they stand in a text, in any case of its letters.</summary>
/// <remarks>
/// Latin phrases are found by vectors of bytes, others letter by letter; a text without a Cyrillic or Korean letter is spared the slow way.
/// </remarks>
internal sealed class CuePhrases
{
    private readonly SearchValues<string> _latin;
    private readonly SearchValues<string> _others;

    public CuePhrases(params string[] phrases)
    {
        _latin = SearchValues.Create([.. phrases.Where(IsLatin)], StringComparison.OrdinalIgnoreCase);
        _others = SearchValues.Create([.. phrases.Where(phrase => !IsLatin(phrase))], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether any of them stands in a text.</summary>
    public bool StandIn(ReadOnlySpan<char> text) => text.ContainsAny(_latin) || (!IsLatin(text) && text.ContainsAny(_others));

    private static bool IsLatin(string phrase) => IsLatin(phrase.AsSpan());

    private static bool IsLatin(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\u0400', '\u052F') && !text.ContainsAnyInRange('\uAC00', '\uD7A3');
}
