namespace KorKazBot.Search.Analysis;

/// <summary>A word of a text.</summary>
/// <param name="Text">Folded: the form under which words are compared.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last unit.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    /// <summary>Figures, also with a decimal point.</summary>
    public bool IsNumber => char.IsAsciiDigit(Text[0]) && char.IsAsciiDigit(Text[^1]);
}
