namespace KorKazBot.Engine.Answering;

/// <summary>How far an answer goes: what statistics and moderators count by.</summary>
public enum Band
{
    /// <summary>One passage was quoted.</summary>
    Answer,

    /// <summary>Passages were offered to choose from.</summary>
    Candidates,

    /// <summary>The interviews don't say.</summary>
    None,
}

/// <summary>Tells the band of an answer.</summary>
public static class Bands
{
    /// <summary>The band of an answer.</summary>
    public static Band Of(Answer answer) => answer switch
    {
        Answer.Found => Band.Answer,
        Answer.Candidates => Band.Candidates,
        _ => Band.None,
    };
}
