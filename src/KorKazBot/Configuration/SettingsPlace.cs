using System.Collections;

namespace KorKazBot.Configuration;

/// <summary>Where settings and relative paths are looked for.</summary>
internal sealed record SettingsPlace
{
    /// <summary>The name of the settings file.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>The folder that the program was started in.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The folder that the program lies in.</summary>
    public string ProgramDirectory { get; init; } = AppContext.BaseDirectory;

    /// <summary>Environment variables.</summary>
    public IDictionary Environment { get; init; } = System.Environment.GetEnvironmentVariables();

    /// <summary>The settings file: in the working directory, else beside the program; null where there is none.</summary>
    public string? SettingsFile => Find(FileName, File.Exists);

    /// <summary>An existing path, relative to the working directory, else to the program; null where it is in neither.</summary>
    public string? Find(string path, Func<string, bool> exists) =>
        Candidates(path).FirstOrDefault(exists);

    /// <summary>The full paths that are tried for a path, in order.</summary>
    public IEnumerable<string> Candidates(string path) =>
        new[] { Path.GetFullPath(path, WorkingDirectory), Path.GetFullPath(path, ProgramDirectory) }.Distinct(StringComparer.Ordinal);
}
