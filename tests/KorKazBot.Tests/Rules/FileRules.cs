using System.Text.RegularExpressions;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Rules;

/// <summary>What keeps files readable.</summary>
public sealed partial class FileRules
{
    private const int LongestFile = 250;

    private static readonly string[] CodeFolders = ["src", "tests", "bench"];

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        var tooLong =
            from folder in CodeFolders
            from file in Repository.SourceFiles(folder, "*.cs")
            let lines = Repository.Read(file).Count(letter => letter == '\n')
            where lines > LongestFile
            select $"{file}: {lines}";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_namespace_is_a_drawer_for_odds_and_ends()
    {
        var drawers = Repository.SourceFiles("src", "*.cs").Where(file => Drawer().IsMatch(Repository.Read(file)));

        Assert.Empty(drawers);
    }

    [Fact]
    public void Every_type_is_sealed_static_or_abstract()
    {
        var open = Repository.SourceFiles("src", "*.cs").Where(file => OpenClass().IsMatch(Repository.Read(file)));

        Assert.Empty(open);
    }

    [GeneratedRegex(@"^namespace .*\b(Common|Shared|Utils?|Utilities|Helpers?|Abstractions|Contracts|Models|Services|Interfaces)\b", RegexOptions.Multiline)]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*(public|internal|private)( partial)? (class|record)(?! struct)\b", RegexOptions.Multiline)]
    private static partial Regex OpenClass();
}
