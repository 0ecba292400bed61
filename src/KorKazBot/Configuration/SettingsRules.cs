namespace KorKazBot.Configuration;

/// <summary>What the values must keep to.</summary>
internal static class SettingsRules
{
    /// <summary>The keys whose values can't be used, with the reason worded to follow the key.</summary>
    public static IEnumerable<(string Key, string Reason)> Broken(Settings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Corpus.Path)) yield return ("Corpus:Path", "is empty. Name the corpus folder.");
        if (string.IsNullOrWhiteSpace(settings.Index.Path)) yield return ("Index:Path", "is empty. Name a folder for the index.");
        if (settings.Index.OnDiskAbovePassages < 0) yield return ("Index:OnDiskAbovePassages", "is below 0. Give a number of passages.");

        if (settings.Engine.AnswerThreshold is not (>= 0 and <= 1)) yield return ("Engine:AnswerThreshold", "is not between 0 and 1.");
        if (settings.Engine.CandidatesThreshold is not (>= 0 and <= 1)) yield return ("Engine:CandidatesThreshold", "is not between 0 and 1.");
        if (settings.Engine.CandidatesThreshold > settings.Engine.AnswerThreshold)
            yield return ("Engine:CandidatesThreshold", "is above Engine:AnswerThreshold. Lower it, or raise the other.");
    }
}
