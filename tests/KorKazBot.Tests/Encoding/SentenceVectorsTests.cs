using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KorKazBot.SentenceEncoding;

namespace KorKazBot.Tests.SentenceEncoding;

public sealed class SentenceVectorsTests : IDisposable
{
    private static readonly string[] Texts = ["Trade grew.", "посол", "대사", "", "Trade grew.", "Health care", "500 companies"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vectors");

    private string Path => System.IO.Path.Combine(_folder.FullName, "deep", "vectors.bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_text_is_computed_once_and_has_the_same_vector_ever_after()
    {
        var encoder = new CountingEncoder();

        var first = new SentenceVectors(encoder, Path).Encode(Texts);
        var second = new SentenceVectors(encoder, Path).Encode([.. Texts.Reverse()]);

        Assert.Equal((6, 6, 0), (encoder.Encoded, first.Computed, second.Computed));
        Assert.Equal(first.Vectors, second.Vectors.Reverse());
        Assert.All(first.Vectors, vector => Assert.Equal(1f, TensorPrimitives.Norm<float>(vector), 1e-3f));
        Assert.Equal([Path], Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Only_what_is_new_is_computed_and_the_old_is_kept()
    {
        var encoder = new CountingEncoder();
        new SentenceVectors(encoder, Path).Encode(["one", "two"]);

        Assert.Equal(1, new SentenceVectors(encoder, Path).Encode(["two", "three"]).Computed);
        Assert.Equal(0, new SentenceVectors(encoder, Path).Encode(["one", "two", "three"]).Computed);
    }

    [Fact]
    public void Another_encoder_computes_anew()
    {
        new SentenceVectors(new CountingEncoder(), Path).Encode(Texts);

        Assert.Equal(6, new SentenceVectors(new CountingEncoder("counting/2"), Path).Encode(Texts).Computed);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_no_vectors()
    {
        Directory.CreateDirectory(Path);

        var encoded = new SentenceVectors(new CountingEncoder(), Path).Encode(Texts);

        Assert.Equal(Expected(), encoded.Vectors);
        Assert.NotNull(encoded.CacheProblem);
        Assert.Empty(Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Property(MaxTest = 300)]
    public Property No_damage_changes_a_vector() =>
        Prop.ForAll(Gen.ListOf(Damages(), 3).ToArbitrary(), damages =>
        {
            new SentenceVectors(new CountingEncoder(), Path).Encode(Texts);
            var damaged = damages.Aggregate(File.ReadAllBytes(Path), (bytes, damage) => damage.Do(bytes));
            File.WriteAllBytes(Path, damaged);

            var encoded = new SentenceVectors(new CountingEncoder(), Path).Encode(Texts);

            Assert.Equal(Expected(), encoded.Vectors);
            Assert.Null(encoded.CacheProblem);
            Assert.Equal(0, new SentenceVectors(new CountingEncoder(), Path).Encode(Texts).Computed);
        });

    private static IEnumerable<float[]> Expected()
    {
        var missing = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var vectors = new SentenceVectors(new CountingEncoder(), missing).Encode(Texts).Vectors;
        File.Delete(missing);
        return vectors;
    }

    private static Gen<Damage> Damages() =>
        from kind in Gen.Elements("cut", "flip", "insert", "remove", "repeat", "zero")
        from place in Gen.Choose(0, 999)
        from count in Gen.Choose(1, 100)
        select new Damage(kind, place, count);

    /// <summary>Something that happens to a file.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Place">Where, in thousandths of its length.</param>
    /// <param name="Count">To how many bytes.</param>
    private sealed record Damage(string Kind, int Place, int Count)
    {
        public byte[] Do(byte[] bytes)
        {
            var start = bytes.Length * Place / 1000;
            var end = Math.Min(bytes.Length, start + Count);
            return Kind switch
            {
                "cut" => bytes[..start],
                "flip" => [.. bytes[..start], .. bytes[start..end].Select(value => (byte)~value), .. bytes[end..]],
                "insert" => [.. bytes[..start], .. new byte[Count], .. bytes[start..]],
                "remove" => [.. bytes[..start], .. bytes[end..]],
                "repeat" => [.. bytes[..end], .. bytes[start..]],
                _ => [.. bytes[..start], .. new byte[end - start], .. bytes[end..]],
            };
        }
    }
}
