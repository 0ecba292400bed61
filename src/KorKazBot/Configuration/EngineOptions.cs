namespace KorKazBot.Configuration;

/// <summary>How sure the bot must be.</summary>
internal sealed class EngineOptions
{
    public const string Section = "Engine";

    /// <summary>Least confidence to answer with one passage: 0 to 1. Default 0.55.</summary>
    public double AnswerThreshold { get; set; } = 0.55;

    /// <summary>Least confidence to offer passages to choose from: 0 to <see cref="AnswerThreshold"/>. Default 0.35.</summary>
    public double CandidatesThreshold { get; set; } = 0.35;
}
