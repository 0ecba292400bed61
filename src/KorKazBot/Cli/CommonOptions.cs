using System.CommandLine;
using System.CommandLine.Parsing;
using KorKazBot.Configuration;
using KorKazBot.Engine;

namespace KorKazBot.Cli;

/// <summary>Options that several verbs take, with one wording.</summary>
internal sealed class CommonOptions
{
    /// <summary><c>--corpus DIR</c>, on every verb.</summary>
    public Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = "The corpus folder, instead of the setting Corpus:Path.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The settings, with this command line on top of them.</summary>
    public Settings Read(ParseResult parsed) => SettingsReader.Read(new SettingsPlace(), parsed.GetValue(Corpus));

    /// <summary><c>--json</c>, with what it prints.</summary>
    public static Option<bool> Json(string description) => new("--json") { Description = description };

    /// <summary><c>--lang en|ru|kk|ko</c>.</summary>
    public static Option<Language?> Lang(string description, string name = "--lang")
    {
        return new Option<Language?>(name)
        {
            Description = description,
            HelpName = "en|ru|kk|ko",
            CustomParser = Parse,
        };
    }

    private static Language? Parse(ArgumentResult argument)
    {
        var code = argument.Tokens[0].Value;
        if (Languages.TryParse(code, out var language)) return language;
        argument.AddError($"\"{code}\" is no language of ours. Give en, ru, kk or ko.");
        return null;
    }
}
