using KorKazBot.Engine.Chat;

namespace KorKazBot.Terminal;

/// <summary>A quote cut around its best sentence: three slices of the passage that together are the passage.</summary>
internal static class QuoteParts
{
    /// <summary>What stands before the best sentence, the sentence, and what stands after it.</summary>
    public static (string Before, string Best, string After) Of(Reply.Quoted quoted)
    {
        var text = quoted.Passage.Text;
        return (text[..quoted.Highlight.Start], quoted.Highlight.Of(text), text[quoted.Highlight.End..]);
    }
}
