namespace KorKazBot.Configuration;

/// <summary>Where the interviews are.</summary>
internal sealed class CorpusOptions
{
    public const string Section = "Corpus";

    /// <summary>The corpus folder, relative to the working directory, else to the program. Default <c>corpus</c>.</summary>
    public string Path { get; set; } = "corpus";

    /// <summary>Where <c>serve</c> keeps copies of the last good corpora, relative to the working directory. Default <c>data/corpus</c>.</summary>
    public string KeptPath { get; set; } = "data/corpus";
}
