using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine.Answering;

namespace KorKazBot.SentenceEncoding;

/// <summary>The vectors of many sentences, each computed once in the life of a cache file.</summary>
/// <remarks>
/// Vectors are known by a hash of the encoder's name and the text: an edited sentence is computed anew, a new encoder computes all anew.
/// They are kept as 16-bit numbers, and given so the first time too, so that a text has the same vector on every run. Not thread-safe.
/// </remarks>
/// <param name="encoder">Computes what the file doesn't have.</param>
/// <param name="path">The cache file; it may be missing or damaged, and may be deleted at any time.</param>
public sealed class SentenceVectors(ISentenceEncoder encoder, string path) : ISentenceVectors
{
    /// <inheritdoc/>
    public ISentenceEncoder Encoder => encoder;

    IReadOnlyList<float[]> ISentenceVectors.Encode(IReadOnlyList<string> texts) => Encode(texts).Vectors;

    /// <summary>Looks the texts up, computes those that are new, on all cores, and keeps them for the next time.</summary>
    /// <exception cref="InvalidDataException">The encoder's own files are damaged.</exception>
    public EncodedTexts Encode(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var keys = texts.Distinct().ToDictionary(text => text, Key);
        var vectors = new Dictionary<UInt128, Half[]>();
        var problem = Problem(() => vectors = VectorFile.Read(path, encoder.Dimensions));

        var missing = keys.Where(text => !vectors.ContainsKey(text.Value)).ToArray();
        var computed = new Half[missing.Length][];
        Parallel.For(0, missing.Length, i => computed[i] = Compute(missing[i].Key));
        for (var i = 0; i < missing.Length; i++) vectors[missing[i].Value] = computed[i];
        if (missing.Length > 0 && problem is null) problem = Problem(() => VectorFile.Write(path, vectors));

        var wide = keys.ToDictionary(text => text.Key, text => Widen(vectors[text.Value]));
        return new EncodedTexts([.. texts.Select(text => wide[text])], missing.Length, problem);
    }

    // A cache that fails costs time, not answers.
    private static string? Problem(Action access)
    {
        try
        {
            access();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    // Half of the hash is plenty against accidents, and fits a number.
    private UInt128 Key(string text) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{encoder.Name}\n{text}")));

    private Half[] Compute(string text)
    {
        var vector = new float[encoder.Dimensions];
        encoder.Encode(text, vector);
        var halves = new Half[vector.Length];
        TensorPrimitives.ConvertToHalf(vector, halves);
        return halves;
    }

    private static float[] Widen(Half[] halves)
    {
        var vector = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, vector);
        return vector;
    }
}

/// <summary>The vectors of some texts.</summary>
/// <param name="Vectors">One for each text, in the texts' order.</param>
/// <param name="Computed">How many had to be computed; the others came from the cache.</param>
/// <param name="CacheProblem">Why the cache couldn't be read or written, for people; null: it could. The vectors are right all the same.</param>
public sealed record EncodedTexts(IReadOnlyList<float[]> Vectors, int Computed, string? CacheProblem);
