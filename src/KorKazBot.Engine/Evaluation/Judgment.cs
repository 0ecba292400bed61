using System.Collections.Immutable;

namespace KorKazBot.Engine.Evaluation;

/// <summary>A question with what a right answer to it is.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Language">The language it is asked in; null: not told.</param>
/// <param name="Kind">The group that it is counted in; <see cref="OutOfScope"/> must not be answered.</param>
/// <param name="Text">What the user sends.</param>
/// <param name="Previous">The same user's question just before; null: none.</param>
/// <param name="Gold">Right is a passage that contains any one of these, white space folded, or whose id is one of these.</param>
public sealed record Judgment(string Id, Language? Language, string Kind, string Text, string? Previous, ImmutableArray<string> Gold)
{
    /// <summary>The kind of questions that the corpus doesn't answer.</summary>
    public const string OutOfScope = "out_of_scope";

    /// <summary>Whether the corpus answers it.</summary>
    public bool IsAnswerable => !Gold.IsEmpty;
}
