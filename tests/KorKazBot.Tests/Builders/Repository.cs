namespace KorKazBot.Tests.Builders;

/// <summary>The repository that the tests are built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary>A file's text.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The source files under a folder, without what the build writes.</summary>
    public static IEnumerable<string> SourceFiles(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Find(string directory) => File.Exists(Path.Combine(directory, "KorKazBot.sln"))
        ? directory
        : Find(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("There is no KorKazBot.sln above the tests."));
}
