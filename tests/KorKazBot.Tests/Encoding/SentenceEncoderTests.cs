using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Xunit;
using KorKazBot.SentenceEncoding;
using Xunit.Abstractions;

namespace KorKazBot.Tests.SentenceEncoding;

/// <summary>What holds for any text and any folder.</summary>
public sealed class SentenceEncoderTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("model");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\t\0")]
    [InlineData("김치와 посол")]
    [InlineData("\uD800 lone \uDC00 halves \uD835")]
    [InlineData(":30:30:30")]
    public void Every_text_has_a_vector_of_length_one_where_the_weights_are(string text) => AssertUnit(text);

    [Property(MaxTest = 60)]
    public void Any_text_has_a_vector_of_length_one_where_the_weights_are(NonNull<string> text) => AssertUnit(text.Get);

    [Fact]
    public void A_very_long_text_is_read_in_part_where_the_weights_are() =>
        AssertUnit(string.Concat(Enumerable.Repeat("Korea and Kazakhstan… ", 100_000)));

    [Fact]
    public void What_no_piece_covers_is_left_out_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;

        Assert.Equal(encoder.Vector("Hello world"), encoder.Vector("Hello世界 world"));
    }

    [Fact]
    public void Many_threads_get_the_same_vectors_as_one_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;
        var texts = Enumerable.Range(1, 40).Select(count => string.Join(' ', Enumerable.Repeat("trade", count))).ToArray();
        var alone = texts.Select(encoder.Vector).ToArray();
        var together = new float[texts.Length][];

        Parallel.For(0, texts.Length, i => together[i] = encoder.Vector(texts[i]));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_vector_of_another_length_is_refused_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;

        Assert.Throws<ArgumentException>(() => encoder.Encode("Hello", new float[encoder.Dimensions - 1]));
    }

    [Fact]
    public void A_folder_without_weights_gives_a_reason_and_no_encoder()
    {
        Assert.Null(EncoderModel.TryOpen(_folder.FullName, out var reason));
        Assert.Equal(
            $"There is no sentence encoder, answers are found by words alone: there is no group1-shard1of7 in {_folder.FullName}.", reason);
    }

    [Fact]
    public void A_file_cut_short_gives_a_reason_and_no_encoder_where_the_weights_are()
    {
        if (Weights.EncoderOrNote(output) is null) return;
        CopyWeights();
        using (var shard = File.OpenWrite(PathOf("group1-shard7of7"))) shard.SetLength(1000);

        Assert.Null(EncoderModel.TryOpen(_folder.FullName, out var reason));
        Assert.Contains("group1-shard7of7", reason, StringComparison.Ordinal);
        Assert.Contains("1000 bytes", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group1-shard3of7")]
    [InlineData("model.json")]
    [InlineData("vocab.json")]
    public void A_changed_file_is_noticed_before_it_answers_where_the_weights_are(string name)
    {
        if (Weights.EncoderOrNote(output) is null) return;
        CopyWeights();
        using (var file = File.OpenWrite(PathOf(name))) file.WriteByte(0x7F);
        var encoder = EncoderModel.TryOpen(_folder.FullName, out _);

        Assert.Throws<InvalidDataException>(() => encoder!.Vector("Hello"));
    }

    private void AssertUnit(string text)
    {
        if (Weights.EncoderOrNote(output) is not { } encoder) return;

        Assert.Equal(1f, TensorPrimitives.Norm<float>(encoder.Vector(text)), 1e-5f);
    }

    private void CopyWeights()
    {
        foreach (var file in Directory.EnumerateFiles(Weights.Folder)) File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
