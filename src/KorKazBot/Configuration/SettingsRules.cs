namespace KorKazBot.Configuration;

/// <summary>What the values must keep to.</summary>
internal static class SettingsRules
{
    /// <summary>The keys whose values can't be used, with the reason worded to follow the key.</summary>
    public static IEnumerable<(string Key, string Reason)> Broken(Settings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Corpus.Path)) yield return ("Corpus:Path", "is empty. Name the corpus folder.");
        if (string.IsNullOrWhiteSpace(settings.Corpus.KeptPath)) yield return ("Corpus:KeptPath", "is empty. Name a folder for copies of the last good corpora.");
        if (string.IsNullOrWhiteSpace(settings.Index.Path)) yield return ("Index:Path", "is empty. Name a folder for the index.");
        foreach (var broken in settings.Discord.Broken().Concat(settings.Telegram.Broken()).Concat(settings.Moderation.Broken())) yield return broken;
        if (settings.Index.MaxPassagesInMemory is not (>= 0 and <= 10_000_000))
            yield return ("Index:MaxPassagesInMemory", "is not between 0 and 10,000,000. Give a number of passages.");

        if (settings.Answering.AnswerThreshold is not (>= 0 and <= 1)) yield return ("Answering:AnswerThreshold", "is not between 0 and 1.");
        if (settings.Answering.CandidatesThreshold is not (>= 0 and <= 1)) yield return ("Answering:CandidatesThreshold", "is not between 0 and 1.");
        if (settings.Answering.CandidatesThreshold > settings.Answering.AnswerThreshold)
            yield return ("Answering:CandidatesThreshold", "is above Answering:AnswerThreshold. Lower it, or raise the other.");
    }
}
