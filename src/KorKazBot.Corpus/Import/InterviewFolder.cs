using System.Text;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine;

namespace KorKazBot.Corpus.Import;

/// <summary>Puts an imported interview where the corpus keeps it.</summary>
public static class InterviewFolder
{
    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"],
        StringComparer.Ordinal);

    /// <summary>Whether a name can be an interview's id: lower-case letters, digits and hyphens, at most 40, and a folder on every system.</summary>
    public static bool IsId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return InterviewAssembler.IsId(id) && id[0] != '-' && !Reserved.Contains(id);
    }

    /// <summary>The id that a file's name gives; null where it has no Latin letters or digits to make one of.</summary>
    public static string? IdFromFileName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        var id = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character)) id.Append(char.ToLowerInvariant(character));
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
            if (id.Length == 40) break;
        }

        var text = id.ToString().TrimEnd('-');
        return text.Length > 0 && IsId(text) ? text : null;
    }

    /// <summary>Writes <c>ID/LANGUAGE.md</c> under a folder, whole or not at all.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">It is there already and <paramref name="force"/> is false, or it can't be written.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is no id.</exception>
    public static string Write(string directory, string id, Language language, string markdown, bool force)
    {
        if (!IsId(id)) throw new ArgumentException($"'{id}' can't be an interview's id: use lower-case letters, digits and hyphens.", nameof(id));
        var folder = Directory.CreateDirectory(Path.Combine(directory, id));
        var path = Path.Combine(folder.FullName, language.ToCode() + ".md");
        if (File.Exists(path) && !force) throw new IOException($"'{path}' is there already. Use --force to replace it, or --id for another name.");

        var aside = path + ".new";
        File.WriteAllText(aside, markdown, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false));
        File.Move(aside, path, overwrite: true);
        return path;
    }
}
