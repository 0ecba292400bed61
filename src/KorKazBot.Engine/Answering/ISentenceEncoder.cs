namespace KorKazBot.Engine.Answering;

/// <summary>Turns a sentence into a direction: sentences that mean the same point the same way.</summary>
/// <remarks>Implementations are safe for any number of threads at once, and the same text has the same vector every time.</remarks>
public interface ISentenceEncoder
{
    /// <summary>Which encoder and which version of it: vectors of different names can't be compared.</summary>
    string Name { get; }

    /// <summary>How many numbers a vector has.</summary>
    int Dimensions { get; }

    /// <summary>Writes the vector of a text; the cosine of two texts is the dot product of their vectors.</summary>
    /// <param name="text">A sentence or a question; empty text has a vector too, of no meaning.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers with the Euclidean length 1.</param>
    /// <exception cref="ArgumentException"><paramref name="vector"/> is not <see cref="Dimensions"/> long.</exception>
    /// <exception cref="InvalidDataException">What the encoder knows turned out to be damaged when it was first needed.</exception>
    /// <exception cref="IOException">It can't be read, when it was first needed.</exception>
    void Encode(string text, Span<float> vector);
}
