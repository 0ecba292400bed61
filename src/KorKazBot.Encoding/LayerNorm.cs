using System.Numerics.Tensors;

namespace KorKazBot.SentenceEncoding;

/// <summary>Brings each row to mean 0 and variance 1, then scales and shifts it as trained.</summary>
internal sealed class LayerNorm(float[] scale, float[] shift)
{
    // The graph's own constant.
    private const float Epsilon = 1e-6f;

    public int Width => scale.Length;

    public void Apply(ReadOnlySpan<float> rows, Span<float> normalized, int count)
    {
        for (var row = 0; row < count; row++)
        {
            var input = rows.Slice(row * Width, Width);
            var output = normalized.Slice(row * Width, Width);
            TensorPrimitives.Subtract(input, TensorPrimitives.Sum(input) / Width, output);
            var variance = TensorPrimitives.SumOfSquares<float>(output) / Width;
            TensorPrimitives.Multiply(output, 1 / MathF.Sqrt(variance + Epsilon), output);
            TensorPrimitives.MultiplyAdd(output, scale, shift, output);
        }
    }
}
