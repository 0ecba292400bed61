using System.Numerics.Tensors;

namespace KorKazBot.SentenceEncoding;

/// <summary>Each piece looks at all pieces, with four heads, and takes over what it finds.</summary>
internal sealed class Attention(PackedLayer queriesKeysValues, PackedLayer output)
{
    private const int Heads = 4;

    /// <summary>Writes <see cref="PackedLayer.Outputs"/> of the output layer for each row.</summary>
    public void Apply(ReadOnlySpan<float> rows, Span<float> attended, int count, Workspace work)
    {
        queriesKeysValues.Apply(rows, work.Wide, count);
        Mix(work.Wide, work.Mixed, count, work.Scores.AsSpan(0, count));
        output.Apply(work.Mixed, attended, count);
    }

    // A row holds its query, its key and its value, and each of them its heads.
    private void Mix(ReadOnlySpan<float> rows, Span<float> mixed, int count, Span<float> scores)
    {
        var width = queriesKeysValues.Outputs / 3;
        var head = width / Heads;
        var scale = 1 / MathF.Sqrt(head);
        for (var offset = 0; offset < width; offset += head)
        {
            for (var row = 0; row < count; row++)
            {
                var query = rows.Slice(3 * width * row + offset, head);
                for (var other = 0; other < count; other++)
                    scores[other] = scale * TensorPrimitives.Dot(query, rows.Slice(3 * width * other + width + offset, head));
                TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores); // SoftMax alone overflows above 88
                TensorPrimitives.SoftMax(scores, scores);

                var sum = mixed.Slice(width * row + offset, head);
                sum.Clear();
                for (var other = 0; other < count; other++)
                    TensorPrimitives.MultiplyAdd(rows.Slice(3 * width * other + 2 * width + offset, head), scores[other], sum, sum);
            }
        }
    }
}
