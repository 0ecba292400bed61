using KorKazBot.Cli;
using KorKazBot.Configuration;
using KorKazBot.Corpus;

namespace KorKazBot.Composition;

/// <summary>Finds the corpus folder.</summary>
internal static class CorpusPlace
{
    /// <summary>Where copies of the last good corpora are.</summary>
    public static KeptCorpora Kept(Settings settings) => new(Path.GetFullPath(settings.Corpus.KeptPath, settings.Place.WorkingDirectory));

    /// <summary>The corpus folder's full path; where there is none, the place that it belongs in.</summary>
    public static string Expect(Settings settings)
    {
        try
        {
            return Find(settings);
        }
        catch (UserError)
        {
            return Path.GetFullPath(settings.Corpus.Path, settings.Place.WorkingDirectory);
        }
    }

    /// <summary>The corpus folder's full path.</summary>
    /// <exception cref="UserError">It is nowhere; the message says where it was looked for.</exception>
    public static string Find(Settings settings)
    {
        var path = settings.Corpus.Path;
        string[] tried = settings.CorpusFromCommandLine
            ? [Path.GetFullPath(path, settings.Place.WorkingDirectory)]
            : [.. settings.Place.Candidates(path)];
        return tried.FirstOrDefault(Directory.Exists) ?? throw new UserError(ExitCode.BadConfiguration,
            $"There is no corpus folder at {string.Join(" nor at ", tried)}. "
            + "Name it with --corpus DIR, or set Corpus:Path in appsettings.json.");
    }
}
