using KorKazBot.SentenceEncoding;

namespace KorKazBot.Tests.SentenceEncoding;

public sealed class PackedLayerTests
{
    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(4, 8, 32)]
    [InlineData(5, 17, 48)]
    [InlineData(11, 64, 16)]
    public void Multiplies_as_a_plain_loop_does(int rows, int inputs, int outputs)
    {
        var random = new Random(7);
        var kernel = Numbers(random, inputs * outputs);
        var bias = Numbers(random, outputs);
        var filled = (rows + PackedLayer.RowsAtOnce - 1) / PackedLayer.RowsAtOnce * PackedLayer.RowsAtOnce;
        var input = Numbers(random, filled * inputs);
        var output = new float[filled * outputs];

        new PackedLayer(kernel, bias).Apply(input, output, rows);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < outputs; column++)
            {
                var sum = (double)bias[column];
                for (var i = 0; i < inputs; i++) sum += (double)input[row * inputs + i] * kernel[i * outputs + column];
                Assert.Equal((float)sum, output[row * outputs + column], 1e-4f);
            }
        }
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
