using KorKazBot.Engine.Answering;
using KorKazBot.SentenceEncoding;
using Xunit.Abstractions;

namespace KorKazBot.Tests.SentenceEncoding;

/// <summary>The weights that the build put beside the tests; they may be missing, and then the tests that need them end at once.</summary>
internal static class Weights
{
    private static readonly (ISentenceEncoder? Encoder, string? Reason) Opened = Open();

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, EncoderModel.FolderName);

    /// <summary>The encoder; null, and a line in the test's output: there are no weights.</summary>
    public static ISentenceEncoder? EncoderOrNote(ITestOutputHelper output)
    {
        if (Opened.Encoder is null) output.WriteLine($"Not tested. {Opened.Reason}");
        return Opened.Encoder;
    }

    public static float[] Vector(this ISentenceEncoder encoder, string text)
    {
        var vector = new float[encoder.Dimensions];
        encoder.Encode(text, vector);
        return vector;
    }

    private static (ISentenceEncoder? Encoder, string? Reason) Open()
    {
        var encoder = EncoderModel.TryOpen(Path.Combine(AppContext.BaseDirectory, EncoderModel.FolderName), out var reason);
        return (encoder, reason);
    }
}
