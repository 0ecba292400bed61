using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using KorKazBot.SentenceEncoding;
using KorKazBot.Tests.Builders;
using Xunit.Abstractions;

namespace KorKazBot.Tests.SentenceEncoding;

/// <summary>Pieces and vectors beside those of the package's own code, from sentence-encoder-reference.mjs.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Cuts_texts_into_the_packages_own_pieces_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is null) return;
        var pieces = new SentencePieces(new EncoderWeights(WeightFiles.Read(Weights.Folder)).ReadVocabulary(), SentenceEncoder.ReservedPieces);
        var numbers = new int[Workspace.MaxPieces];

        Assert.All(References(), reference =>
        {
            var count = pieces.Cut(reference.Text, numbers, new Workspace());

            Assert.Equal(reference.Pieces, numbers[..count]);
        });
    }

    [Fact]
    public void Gives_the_packages_own_vectors_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;

        Assert.All(References(), reference =>
        {
            var vector = encoder.Vector(reference.Text);

            Assert.All(reference.First.Zip(vector), pair => Assert.Equal(pair.First, pair.Second, 5e-6f));
            Assert.InRange(TensorPrimitives.CosineSimilarity<float>(vector, reference.Vector), 0.9999f, 1.0001f);
        });
    }

    [Fact]
    public void A_paraphrase_is_nearer_than_another_subject_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;

        var asked = encoder.Vector("How many Korean firms operate in Kazakhstan?");
        var same = encoder.Vector("Some 550 companies with Korean capital work here.");
        var other = encoder.Vector("Kimchi is made of cabbage.");

        Assert.True(TensorPrimitives.Dot<float>(asked, same) > TensorPrimitives.Dot<float>(asked, other) + 0.1f);
    }

    private static IEnumerable<Reference> References()
    {
        using var file = JsonDocument.Parse(Repository.Read("tests/KorKazBot.Tests/TestData/sentence-encoder-reference.json"));
        foreach (var text in file.RootElement.EnumerateArray())
        {
            var vector = new float[512];
            TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(text.GetProperty("vector").GetBytesFromBase64()), vector);
            yield return new Reference(
                text.GetProperty("text").GetString()!,
                [.. text.GetProperty("pieces").EnumerateArray().Select(piece => piece.GetInt32())],
                [.. text.GetProperty("first").EnumerateArray().Select(number => number.GetSingle())],
                vector);
        }
    }

    private sealed record Reference(string Text, int[] Pieces, float[] First, float[] Vector);
}
