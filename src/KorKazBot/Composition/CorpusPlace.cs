using KorKazBot.Cli;
using KorKazBot.Configuration;

namespace KorKazBot.Composition;

/// <summary>Finds the corpus folder.</summary>
internal static class CorpusPlace
{
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
