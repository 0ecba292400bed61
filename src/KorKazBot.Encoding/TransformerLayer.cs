using System.Numerics.Tensors;

namespace KorKazBot.SentenceEncoding;

/// <summary>One layer: attention, then two linear layers with a rectifier between, each beside a way around it.</summary>
/// <param name="attentionNorm">Before the attention.</param>
/// <param name="attention">Where the pieces meet.</param>
/// <param name="widen">Widens what goes around the attention; null: it is as wide as what comes out.</param>
/// <param name="forwardNorm">Before the two linear layers.</param>
/// <param name="forward">The two linear layers.</param>
internal sealed class TransformerLayer(
    LayerNorm attentionNorm,
    Attention attention,
    PackedLayer? widen,
    LayerNorm forwardNorm,
    (PackedLayer Expand, PackedLayer Contract) forward)
{
    private const string Whole = "/ConcatPartitions/concat";

    /// <summary>Takes a layer's weights by their names in the graph.</summary>
    public static TransformerLayer From(EncoderWeights weights, string layer) => new(
        Norm(weights, layer),
        new Attention(
            Linear(weights, $"{layer}/MultiheadAttention/qkv_transform_single", "kernel/part_0"),
            Linear(weights, $"{layer}/MultiheadAttention/output_transform_single", "kernel/part_0")),
        weights.Has($"{layer}/dense/kernel{Whole}") ? Linear(weights, $"{layer}/dense", $"kernel{Whole}") : null,
        Norm(weights, $"{layer}/FFN"),
        (Linear(weights, $"{layer}/FFN/conv1", "Tensordot/Reshape_1"), Linear(weights, $"{layer}/FFN/conv2", "Tensordot/Reshape_1")));

    /// <summary>Replaces <see cref="Workspace.Rows"/> by what comes out.</summary>
    public void Apply(int count, Workspace work)
    {
        attentionNorm.Apply(work.Rows, work.Normalized, count);
        attention.Apply(work.Normalized, work.Change, count, work);
        widen?.Apply(work.Rows, work.Mixed, count);
        Add(widen is null ? work.Rows : work.Mixed, work, count);

        forwardNorm.Apply(work.Rows, work.Normalized, count);
        forward.Expand.Apply(work.Normalized, work.Wide, count);
        var hidden = work.Wide.AsSpan(0, count * forward.Expand.Outputs);
        TensorPrimitives.Max(hidden, 0f, hidden);
        forward.Contract.Apply(work.Wide, work.Change, count);
        Add(work.Rows, work, count);
    }

    private void Add(ReadOnlySpan<float> around, Workspace work, int count)
    {
        var length = count * forward.Contract.Outputs;
        TensorPrimitives.Add(around[..length], work.Change.AsSpan(0, length), work.Rows);
    }

    private static LayerNorm Norm(EncoderWeights weights, string part) => new(
        weights[$"{part}/layer_prepostprocess/layer_norm/layer_norm_scale{Whole}"].ToArray(),
        weights[$"{part}/layer_prepostprocess/layer_norm/layer_norm_bias{Whole}"].ToArray());

    private static PackedLayer Linear(EncoderWeights weights, string part, string kernel) =>
        new(weights[$"{part}/{kernel}"], weights[$"{part}/bias{Whole}"].ToArray());
}
