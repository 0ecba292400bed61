namespace KorKazBot.Configuration;

/// <summary>Where the interviews are.</summary>
internal sealed class CorpusOptions
{
    public const string Section = "Corpus";

    /// <summary>The corpus folder, relative to the working directory, else to the program. Default <c>corpus</c>.</summary>
    public string Path { get; set; } = "corpus";
}
