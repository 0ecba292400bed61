namespace KorKazBot.Engine.Answering;

/// <summary>Cuts what was typed into plain lower-case words for the small rules: greetings, follow-ups, languages.</summary>
internal static class QuestionWords
{
    /// <summary>The words, lower case, ё as е; apostrophes inside are dropped.</summary>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        var word = new List<char>();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                var lower = char.ToLowerInvariant(character);
                word.Add(lower == 'ё' ? 'е' : lower);
            }
            else if (character is not ('\'' or '’'))
            {
                End();
            }
        }

        End();
        return [.. words];

        void End()
        {
            if (word.Count > 0) words.Add(new string([.. word]));
            word.Clear();
        }
    }
}
