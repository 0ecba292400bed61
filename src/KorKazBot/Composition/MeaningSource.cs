using KorKazBot.Configuration;
using KorKazBot.Engine.Answering;
using KorKazBot.SentenceEncoding;

namespace KorKazBot.Composition;

/// <summary>The sentence encoder as this program has it.</summary>
internal static class MeaningSource
{
    private const string CacheFile = "sentences.bin";

    /// <summary>Opens the encoder beside the program; its weights are read when the first question needs them.</summary>
    /// <param name="settings">Whether it is wanted.</param>
    /// <param name="reason">Why there is none, in one sentence; null where there is one.</param>
    public static ISentenceVectors? TryOpen(Settings settings, out string? reason)
    {
        reason = "Meanings aren't compared: Answering:Meaning is Never.";
        if (settings.Answering.Meaning == MeaningUse.Never) return null;
        var folder = Path.Combine(settings.Place.ProgramDirectory, EncoderModel.FolderName);
        if (EncoderModel.TryOpen(folder, out reason) is not { } encoder) return null;
        return new SentenceVectors(encoder, Path.Combine(CacheFolder(), CacheFile));
    }

    // The user's own cache: asking a question leaves nothing in the folder in which it is asked.
    private static string CacheFolder()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length > 0 ? folder : Path.GetTempPath(), "korkazbot");
    }
}
