using System.Numerics.Tensors;

namespace KorKazBot.SentenceEncoding;

/// <summary>Universal Sentence Encoder Lite: from the numbers of a text's pieces to its vector.</summary>
internal sealed class Transformer
{
    public const int Dimensions = 512;

    private const int EmbeddingWidth = 256;

    private readonly float[] _embeddings;
    private readonly float[] _positions;
    private readonly TransformerLayer[] _layers;
    private readonly PackedLayer _summary;

    public Transformer(EncoderWeights weights)
    {
        _embeddings = weights["module/Embeddings_en"].ToArray();
        _positions = Positions(weights["TimingSignal/ExpandDims_1"]);
        _layers = [TransformerLayer.From(weights, "Layer_0/TransformerLayer"), TransformerLayer.From(weights, "Layer_1/TransformerLayer")];
        _summary = new PackedLayer(weights["tanh_layer_0/weights"], weights["tanh_layer_0/bias"].ToArray());
    }

    /// <summary>Writes the vector of the pieces, of length 1.</summary>
    public void Apply(ReadOnlySpan<int> pieces, Span<float> vector, Workspace work)
    {
        Embed(pieces, work.Rows);
        foreach (var layer in _layers) layer.Apply(pieces.Length, work);
        Average(work.Rows, work.Mixed, pieces.Length);
        _summary.Apply(work.Mixed, work.Change, 1);

        TensorPrimitives.Tanh(work.Change.AsSpan(0, Dimensions), vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
    }

    // What a piece means counts twice, where it stands once: the graph adds the embedding to itself with its timing signal.
    private void Embed(ReadOnlySpan<int> pieces, Span<float> rows)
    {
        for (var place = 0; place < pieces.Length; place++)
        {
            var meaning = _embeddings.AsSpan(pieces[place] * EmbeddingWidth, EmbeddingWidth);
            var position = _positions.AsSpan(place * EmbeddingWidth, EmbeddingWidth);
            TensorPrimitives.MultiplyAdd(meaning, 2f, position, rows.Slice(place * EmbeddingWidth, EmbeddingWidth));
        }
    }

    private static void Average(ReadOnlySpan<float> rows, Span<float> average, int count)
    {
        average = average[..Dimensions];
        rows[..Dimensions].CopyTo(average);
        for (var row = 1; row < count; row++) TensorPrimitives.Add(average, rows.Slice(row * Dimensions, Dimensions), average);
        TensorPrimitives.Divide(average, count, average);
    }

    // For each place the sines of its multiples of the time scales, then the cosines.
    private static float[] Positions(ReadOnlySpan<float> timeScales)
    {
        var positions = new float[Workspace.MaxPieces * EmbeddingWidth];
        for (var place = 0; place < Workspace.MaxPieces; place++)
        {
            var sines = positions.AsSpan(place * EmbeddingWidth, timeScales.Length);
            var cosines = positions.AsSpan(place * EmbeddingWidth + timeScales.Length, timeScales.Length);
            for (var i = 0; i < timeScales.Length; i++) (sines[i], cosines[i]) = MathF.SinCos(place * timeScales[i]);
        }

        return positions;
    }
}
