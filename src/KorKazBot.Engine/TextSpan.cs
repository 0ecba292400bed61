namespace KorKazBot.Engine;

/// <summary>A stretch of a text in UTF-16 units: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="Start">First unit, 0 or more.</param>
/// <param name="End">One past the last unit, not before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The slice itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }

    /// <summary>The slice without a copy of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
