using System.Collections;
using System.Text.Json;
using KorKazBot.Cli;
using KorKazBot.Discord;
using KorKazBot.Engine.Answering;
using KorKazBot.Search;
using KorKazBot.Storage;
using KorKazBot.Telegram;
using Microsoft.Extensions.Configuration;

namespace KorKazBot.Configuration;

/// <summary>Reads the settings: appsettings.json, then environment variables (<c>Corpus__Path</c>), then the command line.</summary>
internal static class SettingsReader
{
    /// <summary>Reads and checks them.</summary>
    /// <param name="place">Where to look.</param>
    /// <param name="corpus">The corpus folder from the command line; null: not given.</param>
    /// <exception cref="UserError">A key or value is wrong; it names file and key.</exception>
    public static Settings Read(SettingsPlace place, string? corpus)
    {
        var settings = new Settings { Place = place, CorpusFromCommandLine = corpus is not null };
        if (place.SettingsFile is { } file) Apply(FromFile(file), settings, file);
        Apply(FromEnvironment(place.Environment), settings, "environment");
        if (corpus is not null) settings.Corpus.Path = corpus;
        return settings;
    }

    /// <summary>The keys and values of a settings file.</summary>
    public static IConfigurationRoot FromFile(string file)
    {
        try
        {
            // A stream rather than a path: no file watcher is started for a file that is read once.
            using var stream = File.OpenRead(file);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidDataException)
        {
            throw Wrong(file, $"{exception.GetBaseException().Message} Mend the JSON; comments and trailing commas are fine.");
        }
        catch (UnauthorizedAccessException)
        {
            throw Wrong(file, "It can't be read. Let the user who runs the program read it.");
        }
    }

    private static IConfigurationRoot FromEnvironment(IDictionary variables)
    {
        var ours = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in variables)
        {
            var key = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal);
            var isOurs = key == SettingKey.Urls || (key.Contains(':', StringComparison.Ordinal) && SettingKey.IsInOurSection(key));
            if (isOurs) ours[key] = (string?)variable.Value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(ours).Build();
    }

    private static void Apply(IConfigurationRoot configuration, Settings settings, string origin)
    {
        RefuseUnknown(configuration, origin);
        try
        {
            configuration.GetSection(CorpusOptions.Section).Bind(settings.Corpus);
            configuration.GetSection(AnsweringOptions.Section).Bind(settings.Answering);
            configuration.GetSection(IndexingOptions.Section).Bind(settings.Index);
            configuration.GetSection(DiscordOptions.Section).Bind(settings.Discord);
            configuration.GetSection(ModerationOptions.Section).Bind(settings.Moderation);
            configuration.GetSection(StorageOptions.Section).Bind(settings.Storage);
            configuration.GetSection(TelegramOptions.Section).Bind(settings.Telegram);
            settings.Urls = configuration[SettingKey.Urls] ?? settings.Urls;
        }
        catch (InvalidOperationException exception)
        {
            throw Wrong(origin, $"{exception.Message} Give a number.");
        }

        foreach (var (key, reason) in SettingsRules.Broken(settings)) throw Wrong(origin, $"{key} {reason}");
    }

    private static void RefuseUnknown(IConfigurationRoot configuration, string origin)
    {
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (value is null || SettingKey.IsKnown(key)) continue;
            throw Wrong(origin, $"There is no setting \"{key}\". The settings are {string.Join(", ", SettingKey.All)}.");
        }
    }

    private static UserError Wrong(string origin, string reason) => new(ExitCode.BadConfiguration, $"{origin}: {reason}");
}
