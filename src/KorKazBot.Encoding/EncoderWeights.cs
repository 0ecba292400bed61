using System.Runtime.InteropServices;
using System.Text.Json;

namespace KorKazBot.SentenceEncoding;

/// <summary>The trained numbers, by the names that they have in the package's graph, and the vocabulary.</summary>
internal sealed class EncoderWeights
{
    private readonly WeightFiles _files;
    private readonly Dictionary<string, (int Start, int Length)> _places = [];

    public EncoderWeights(WeightFiles files)
    {
        _files = files;
        using var manifest = JsonDocument.Parse(files.Manifest);
        var start = 0;
        foreach (var weight in manifest.RootElement.GetProperty("weightsManifest")[0].GetProperty("weights").EnumerateArray())
        {
            // A shape without dimensions is a single number; all numbers have four bytes.
            var length = weight.GetProperty("shape").EnumerateArray().Aggregate(1, (product, size) => product * size.GetInt32());
            _places[weight.GetProperty("name").GetString()!] = (start, length);
            start += length;
        }
    }

    /// <summary>The numbers of one weight, row after row.</summary>
    /// <param name="ending">How its name ends; one name only does.</param>
    public ReadOnlySpan<float> this[string ending]
    {
        get
        {
            var (start, length) = _places.Single(place => place.Key.EndsWith(ending, StringComparison.Ordinal)).Value;
            return MemoryMarshal.Cast<byte, float>(_files.Numbers.Span).Slice(start, length);
        }
    }

    /// <summary>Whether there is a weight whose name ends so.</summary>
    public bool Has(string ending) => _places.Keys.Any(name => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The pieces with their scores, in the order of their numbers.</summary>
    public (string Text, double Score)[] ReadVocabulary()
    {
        using var vocabulary = JsonDocument.Parse(_files.Vocabulary);
        return [.. vocabulary.RootElement.EnumerateArray().Select(piece => (piece[0].GetString()!, Score(piece[1])))];
    }

    // Seven pieces with a colon lost their scores when the file was made; the package's own code adds those as 0.
    private static double Score(JsonElement score) => score.ValueKind == JsonValueKind.Null ? 0 : score.GetDouble();
}
