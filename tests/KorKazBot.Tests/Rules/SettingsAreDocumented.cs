using System.Reflection;
using KorKazBot.Configuration;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Rules;

/// <summary>The options, the list of keys, appsettings.json and the README's table say the same.</summary>
public sealed class SettingsAreDocumented
{
    private static readonly Settings Defaults = new() { Place = new SettingsPlace() };

    [Fact]
    public void Every_option_has_its_key_and_every_key_its_option() => Assert.Equal(Options().Select(option => option.Key).Order(), SettingKey.All.Order());

    [Fact]
    public void The_settings_file_holds_every_key_with_its_default()
    {
        var file = SettingsReader.FromFile(Path.Combine(Repository.Root, SettingsPlace.FileName));

        Assert.All(Options(), option => Assert.Equal(option.Default, file[option.Key]));
    }

    [Fact]
    public void The_settings_file_explains_every_key()
    {
        var lines = Repository.Read(SettingsPlace.FileName).Split('\n').Select(line => line.Trim()).ToArray();

        Assert.All(Options(), option =>
        {
            var name = option.Key.Split(':')[1];
            var line = Array.FindIndex(lines, line => line.StartsWith($"\"{name}\":", StringComparison.Ordinal));
            Assert.StartsWith("//", lines[line - 1], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_readme_lists_every_key_with_its_default()
    {
        var readme = Repository.Read("README.md");

        Assert.All(Options(), option => Assert.Contains($"| `{option.Key}` | `{option.Default}` |", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Key, string Default)> Options() =>
        from section in typeof(Settings).GetProperties()
        let options = section.GetValue(Defaults)
        let name = options?.GetType().GetField("Section", BindingFlags.Static | BindingFlags.Public)?.GetValue(null)
        where name is not null
        from option in options.GetType().GetProperties()
        where option.CanWrite
        select ($"{name}:{option.Name}", FormattableString.Invariant($"{option.GetValue(options)}"));
}
