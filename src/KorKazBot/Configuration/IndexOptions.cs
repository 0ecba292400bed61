namespace KorKazBot.Configuration;

/// <summary>Where the index lives.</summary>
internal sealed class IndexOptions
{
    public const string Section = "Index";

    /// <summary>The folder of an index on disk, relative to the working directory. Default <c>data/index</c>.</summary>
    public string Path { get; set; } = "data/index";

    /// <summary>A corpus with more passages than this is indexed on disk, a smaller one in memory: 0 or more. Default 50,000.</summary>
    public int OnDiskAbovePassages { get; set; } = 50_000;
}
