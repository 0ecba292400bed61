namespace KorKazBot.Engine.Answering;

/// <summary>The borders of the three bands.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Answering";

    /// <summary>Lowest confidence worth answering with: 0 to 1; default 0.62.</summary>
    public double AnswerThreshold { get; set; } = 0.62;

    /// <summary>Lowest confidence worth offering candidates with, at most <see cref="AnswerThreshold"/>: 0 to 1; default 0.25.</summary>
    public double CandidatesThreshold { get; set; } = 0.25;

    /// <summary>When meanings are compared, where there is a sentence encoder; default: where words alone don't decide.</summary>
    public MeaningUse Meaning { get; set; }
}

/// <summary>When meanings are compared.</summary>
public enum MeaningUse
{
    /// <summary>Where words alone don't decide.</summary>
    WhenUndecided,

    /// <summary>For every question; for calibration.</summary>
    Always,

    /// <summary>Never: words alone.</summary>
    Never,
}
