namespace KorKazBot.Engine.Answering;

/// <summary>How surely the best passage answers the question: a calibrated probability, unlike a score, comparable between questions.</summary>
public readonly record struct Confidence
{
    /// <summary>Creates a confidence from a calibrated probability.</summary>
    /// <param name="probability">0 (surely wrong) to 1 (surely right), inclusive; no unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is NaN or outside 0 to 1.</exception>
    public Confidence(double probability)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "0 to 1.");
        Probability = probability;
    }

    /// <summary>No confidence at all: nothing was retrieved.</summary>
    public static Confidence None => default;

    /// <summary>0 (surely wrong) to 1 (surely right).</summary>
    public double Probability { get; }
}
