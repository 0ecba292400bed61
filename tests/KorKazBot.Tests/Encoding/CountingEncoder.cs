using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.SentenceEncoding;

/// <summary>Gives every text some unit vector of its own, and counts the texts.</summary>
internal sealed class CountingEncoder(string name = "counting/1") : ISentenceEncoder
{
    private int _encoded;

    public int Encoded => _encoded;

    public string Name => name;

    public int Dimensions => 24;

    public void Encode(string text, Span<float> vector)
    {
        Interlocked.Increment(ref _encoded);
        var random = new Random(text.Aggregate(name.Length, (seed, letter) => unchecked(seed * 31 + letter)));
        var length = 0f;
        foreach (ref var number in vector)
        {
            number = random.NextSingle() - 0.5f;
            length += number * number;
        }

        foreach (ref var number in vector) number /= MathF.Sqrt(length);
    }
}
