namespace KorKazBot.Engine.Answering;

/// <summary>Cuts what was typed into plain lower-case words for the small rules: greetings, follow-ups, languages.</summary>
internal static class QuestionWords
{
    /// <summary>The words, lower case, ё as е; apostrophes inside are dropped.</summary>
    public static string[] Of(string text)
    {
        var lower = text.ToLowerInvariant().Replace('ё', 'е').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var words = new List<string>(16);
        for (var i = 0; i < lower.Length;)
        {
            var start = i;
            while (i < lower.Length && char.IsLetterOrDigit(lower[i])) i++;
            if (i > start) words.Add(lower[start..i]);
            else i++;
        }

        return [.. words];
    }
}
