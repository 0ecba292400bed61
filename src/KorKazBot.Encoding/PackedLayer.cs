using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KorKazBot.SentenceEncoding;

/// <summary>A linear layer, y = xW + b, for several rows at once.</summary>
/// <remarks>
/// The weights are kept in panels of 16 columns, so that the innermost loop reads them one after another, and each of them once for
/// four rows: nothing but the weights' way from memory is left to wait for.
/// </remarks>
internal sealed class PackedLayer
{
    /// <summary>Rows are worked on in fours: buffers must have room for a multiple of this.</summary>
    public const int RowsAtOnce = 4;

    private const int Panel = 16;

    private readonly float[] _panels;
    private readonly float[] _bias;

    /// <param name="kernel">Inputs by outputs, row after row.</param>
    /// <param name="bias">One for each output; a multiple of 16 of them.</param>
    public PackedLayer(ReadOnlySpan<float> kernel, float[] bias)
    {
        _bias = bias;
        _panels = new float[kernel.Length];
        var packed = _panels.AsSpan();
        for (var column = 0; column < Outputs; column += Panel)
        {
            for (var input = 0; input < Inputs; input++)
            {
                kernel.Slice(input * Outputs + column, Panel).CopyTo(packed);
                packed = packed[Panel..];
            }
        }
    }

    public int Inputs => _panels.Length / _bias.Length;

    public int Outputs => _bias.Length;

    /// <summary>Writes the outputs of the rows; those that fill up the last four get values of no meaning.</summary>
    public void Apply(ReadOnlySpan<float> inputs, Span<float> outputs, int rows)
    {
        var filled = (rows + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;
        inputs = inputs[..(filled * Inputs)];
        outputs = outputs[..(filled * Outputs)];
        for (var column = 0; column < Outputs; column += Panel)
        {
            var panel = _panels.AsSpan(column * Inputs, Inputs * Panel);
            var bias = _bias.AsSpan(column, Panel);
            for (var row = 0; row < filled; row += RowsAtOnce)
                FourRows(inputs.Slice(row * Inputs, RowsAtOnce * Inputs), panel, bias, outputs[(row * Outputs + column)..]);
        }
    }

    // Eight sums stay in registers; a step takes one input of each row and 16 weights. Compiled well at once: a program that answers one
    // question and ends would never see the code made better.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourRows(ReadOnlySpan<float> inputs, ReadOnlySpan<float> panel, ReadOnlySpan<float> bias, Span<float> outputs)
    {
        var count = Inputs;
        ref var input = ref MemoryMarshal.GetReference(inputs);
        ref var weight = ref MemoryMarshal.GetReference(panel);
        var (left0, right0) = (Vector256.Create(bias), Vector256.Create(bias[8..]));
        var (left1, right1, left2, right2, left3, right3) = (left0, right0, left0, right0, left0, right0);
        for (var i = 0; i < count; i++)
        {
            var left = Vector256.LoadUnsafe(ref weight, (nuint)(i * Panel));
            var right = Vector256.LoadUnsafe(ref weight, (nuint)(i * Panel + 8));
            var row0 = Vector256.Create(Unsafe.Add(ref input, i));
            left0 = Vector256.MultiplyAddEstimate(row0, left, left0);
            right0 = Vector256.MultiplyAddEstimate(row0, right, right0);
            var row1 = Vector256.Create(Unsafe.Add(ref input, i + count));
            left1 = Vector256.MultiplyAddEstimate(row1, left, left1);
            right1 = Vector256.MultiplyAddEstimate(row1, right, right1);
            var row2 = Vector256.Create(Unsafe.Add(ref input, i + 2 * count));
            left2 = Vector256.MultiplyAddEstimate(row2, left, left2);
            right2 = Vector256.MultiplyAddEstimate(row2, right, right2);
            var row3 = Vector256.Create(Unsafe.Add(ref input, i + 3 * count));
            left3 = Vector256.MultiplyAddEstimate(row3, left, left3);
            right3 = Vector256.MultiplyAddEstimate(row3, right, right3);
        }

        Store(left0, right0, outputs);
        Store(left1, right1, outputs[Outputs..]);
        Store(left2, right2, outputs[(2 * Outputs)..]);
        Store(left3, right3, outputs[(3 * Outputs)..]);
    }

    private static void Store(Vector256<float> left, Vector256<float> right, Span<float> outputs)
    {
        left.CopyTo(outputs);
        right.CopyTo(outputs[8..]);
    }
}
