using System.Xml.Linq;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Rules;

/// <summary>Who may see whom: ARCHITECTURE's arrows, held by a test.</summary>
public sealed class ProjectRules
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["KorKazBot.Engine"] = [],
        ["KorKazBot.Corpus"] = ["KorKazBot.Engine"],
        ["KorKazBot.Encoding"] = ["KorKazBot.Engine"],
        ["KorKazBot.Discord"] = ["KorKazBot.Engine"],
        ["KorKazBot.Search"] = ["KorKazBot.Engine"],
        ["KorKazBot"] =
        [
            "KorKazBot.Corpus", "KorKazBot.Discord", "KorKazBot.Encoding", "KorKazBot.Engine", "KorKazBot.Search", "KorKazBot.Storage",
            "KorKazBot.Telegram",
        ],
        ["KorKazBot.Storage"] = ["KorKazBot.Engine"],
        ["KorKazBot.Telegram"] = ["KorKazBot.Engine"],
    };

    // The namespace that a package family brings, and the one project that may name it.
    private static readonly Dictionary<string, string> Homes = new()
    {
        ["DbUp"] = "KorKazBot.Storage",
        ["Lucene.Net"] = "KorKazBot.Search",
        ["System.Numerics.Tensors"] = "KorKazBot.Encoding",
        ["Discord"] = "KorKazBot.Discord",
        ["NSec"] = "KorKazBot.Discord",
        ["Microsoft.Data.Sqlite"] = "KorKazBot.Storage",
        ["Npgsql"] = "KorKazBot.Storage",
        ["System.Data"] = "KorKazBot.Storage",
        ["Telegram.Bot"] = "KorKazBot.Telegram",
        ["YamlDotNet"] = "KorKazBot.Corpus",
        ["Spectre.Console"] = "KorKazBot",
        ["System.CommandLine"] = "KorKazBot",
        ["Microsoft.Extensions.Configuration"] = "KorKazBot",
    };

    [Fact]
    public void Projects_reference_only_what_the_architecture_allows()
    {
        var found = ProjectFiles().ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Items(file, "ProjectReference").Order().ToArray());

        Assert.Equal(References.Keys.Order(), found.Keys.Order());
        Assert.All(References, expected => Assert.Equal(expected.Value, found[expected.Key]));
    }

    [Fact]
    public void Every_package_is_named_in_one_project_only()
    {
        var shared = ProjectFiles()
            .SelectMany(file => Items(file, "PackageReference").Select(package => (package, project: Path.GetFileNameWithoutExtension(file))))
            .GroupBy(pair => pair.package)
            .Where(package => package.Count() > 1)
            .Select(package => package.Key);

        Assert.Empty(shared);
    }

    [Fact]
    public void No_code_names_a_package_outside_its_project()
    {
        var breaches =
            from file in Repository.SourceFiles("src", "*.cs")
            let project = file.Split(Path.DirectorySeparatorChar)[1]
            from home in Homes
            where project != home.Value && Repository.Read(file).Contains($"using {home.Key}", StringComparison.Ordinal)
            select $"{file} uses {home.Key}";

        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_project_is_ahead_of_time_clean()
    {
        Assert.Contains("<IsAotCompatible>true</IsAotCompatible>", Repository.Read("src/Directory.Build.props"), StringComparison.Ordinal);
        Assert.DoesNotContain(ProjectFiles(), file => Repository.Read(file).Contains("IsAotCompatible", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ProjectFiles() => Repository.SourceFiles("src", "*.csproj");

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(Repository.Read(project)).Descendants(kind)
            .Select(item => (string)item.Attribute("Include")!)
            .Select(include => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include);
}
