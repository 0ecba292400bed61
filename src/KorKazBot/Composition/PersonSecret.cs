using System.Security.Cryptography;
using KorKazBot.Configuration;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Composition;

/// <summary>The secret that people's keys are made with: a file beside the data, not in the database, made at the first start.</summary>
internal static class PersonSecret
{
    private const int Length = 32;

    /// <summary>Reads the secret, or makes it.</summary>
    /// <exception cref="IOException">The file can't be read or written.</exception>
    public static PersonKeys Open(Settings settings)
    {
        var path = Path.GetFullPath(Path.Combine("data", "person.key"), settings.Place.WorkingDirectory);
        if (!File.Exists(path)) Make(path);
        var secret = File.ReadAllBytes(path);
        return secret.Length == Length
            ? new PersonKeys(secret)
            : throw new IOException($"{path} doesn't hold {Length} bytes. Bring it back from a backup; without it, everybody is somebody else in the records.");
    }

    // Written aside and moved, so that a crash leaves no half of a secret; whoever is second takes the first one's.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var arriving = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(arriving, options)) file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(arriving, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(arriving);
        }
    }
}
