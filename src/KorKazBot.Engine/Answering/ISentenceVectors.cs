namespace KorKazBot.Engine.Answering;

/// <summary>The vectors of many texts, each computed once and kept.</summary>
public interface ISentenceVectors
{
    /// <summary>What computes them, for the texts that aren't worth keeping: questions.</summary>
    ISentenceEncoder Encoder { get; }

    /// <summary>The vectors of texts, in their order.</summary>
    /// <exception cref="InvalidDataException">What the encoder knows is damaged.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts);
}
