namespace KorKazBot.Search;

/// <summary>Where the index lives.</summary>
public sealed class IndexingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Index";

    /// <summary>
    /// Most passages that are indexed in memory at every start; more live on disk and are reused while the corpus stays the same.
    /// 0 to 10,000,000; default 20,000, which take about two seconds to build (docs/decisions/0004).
    /// </summary>
    public int MaxPassagesInMemory { get; set; } = 20_000;

    /// <summary>The folder of the disk index, relative to the working directory; default <c>data/index</c>.</summary>
    public string Path { get; set; } = "data/index";
}
