using System.Security.Cryptography;
using System.Text;

namespace KorKazBot.Search.Indexing;

/// <summary>Tells whether Lucene's files are as they were written, before Lucene reads them.</summary>
/// <remarks>
/// Lucene checks what it opens only in part: one changed byte gave wrong answers, or an array of a gigabyte. The file reads as
/// <c>sha256sum --check</c> wants it.
/// </remarks>
internal static class FileSeal
{
    private const string SealFile = "lucene.sha256";

    /// <summary>Seals the files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="except">A file that verifies itself.</param>
    public static void Write(string folder, string except) => File.WriteAllText(Path.Combine(folder, SealFile), Sums(folder, except));

    /// <summary>Checks that every file sealed is there and the same, and no other.</summary>
    /// <exception cref="InvalidDataException">Something was changed, cut short, lost or added.</exception>
    /// <exception cref="IOException">The seal isn't there, or a file can't be read.</exception>
    public static void Verify(string folder, string except)
    {
        if (File.ReadAllText(Path.Combine(folder, SealFile)) != Sums(folder, except))
            throw new InvalidDataException($"A file of '{folder}' was changed, lost or added.");
    }

    /// <summary>Marks a folder as in use, for this process and others, until the mark is disposed or the process ends however it may.</summary>
    /// <exception cref="IOException">The seal isn't there, or the folder is being deleted.</exception>
    public static FileStream Hold(string folder) => new(Path.Combine(folder, SealFile), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Whether somebody holds a folder.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var alone = new FileStream(Path.Combine(folder, SealFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception is not (FileNotFoundException or DirectoryNotFoundException);
        }
    }

    private static string Sums(string folder, string except)
    {
        var sums = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) is var name && (name == SealFile || name == except)) continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20, FileOptions.SequentialScan);
            sums.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append("  ").Append(name).Append('\n');
        }

        return sums.ToString();
    }
}
