using System.Text;
using System.Text.RegularExpressions;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus;

/// <summary>
/// Copies of the corpora that answered last, each in a folder named by its hash, and a note of which one is good: so that the bot can start
/// while the corpus folder can't be used.
/// </summary>
/// <param name="folder">Where they lie; made when the first is kept.</param>
/// <remarks>
/// A copy is written aside, and only a whole one gets its name; the note is replaced by a rename. Whenever the process ends, the note names
/// a whole copy. One process writes here.
/// </remarks>
public sealed partial class KeptCorpora(string folder)
{
    private const string NoteFile = "last-good";
    private const string Aside = ".arriving";

    /// <summary>Copies a corpus, unless its copy is here and whole. The note stays as it is.</summary>
    /// <param name="reading">A corpus that could be read.</param>
    /// <exception cref="IOException">The disk is full, or the folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder mustn't be written.</exception>
    public void Copy(CorpusReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var hash = reading.Snapshot!.Hash;
        if (IsWhole(hash)) return;
        var aside = Path.Combine(folder, hash + Aside);
        Remove(aside);
        try
        {
            reading.CopyTo(Directory.CreateDirectory(aside).FullName);
        }
        catch (IOException)
        {
            Remove(aside);   // on a full disk its space is needed
            throw;
        }

        Remove(PathOf(hash));
        Directory.Move(aside, PathOf(hash));
    }

    /// <summary>Notes which copy is good, and forgets those that the note doesn't name.</summary>
    /// <param name="note">What is so from now on.</param>
    /// <exception cref="IOException">The disk is full, or the folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder mustn't be written.</exception>
    public void Write(KeptNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NoteFile);
        using (var file = File.Create(path + Aside))
        {
            file.Write(Encoding.ASCII.GetBytes($"good {note.Good}\nprevious {note.Previous}\nrefused {note.Refused}\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + Aside, path, overwrite: true);
        ForgetOthers(note);
    }

    /// <summary>The note; null where there is none that can be read.</summary>
    public KeptNote? ReadNote()
    {
        try
        {
            var note = Note().Match(File.ReadAllText(Path.Combine(folder, NoteFile)));
            return note.Success ? new KeptNote(note.Groups["good"].Value, Given(note.Groups["previous"]), Given(note.Groups["refused"])) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a copy.</summary>
    /// <param name="hash">The corpus's hash; null: no corpus.</param>
    /// <returns>The corpus; null where there is no copy, or one that isn't as it was written.</returns>
    public CorpusSnapshot? TryRead(string? hash)
    {
        if (hash is null || !Directory.Exists(PathOf(hash))) return null;
        return new CorpusFolder(PathOf(hash)).TryRead(out _) is { } read && read.Hash == hash ? read : null;
    }

    private bool IsWhole(string hash) => Directory.Exists(PathOf(hash)) && CorpusFiles.Read(PathOf(hash)).Hash == hash;

    private string PathOf(string hash) => Path.Combine(folder, hash);

    private void ForgetOthers(KeptNote note)
    {
        foreach (var copy in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (!CopyName().IsMatch(copy.Name) || copy.Name == note.Good || copy.Name == note.Previous || copy.Name == note.Refused) continue;
            try
            {
                copy.Delete(recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // it costs space only; the next note tries again
            }
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    private static string? Given(Group group) => group.Length > 0 ? group.Value : null;

    // Only what this class names so: the folder may be shared with things that can't be copied anew.
    [GeneratedRegex(@"^[0-9a-f]{64}(\.arriving)?$")]
    private static partial Regex CopyName();

    [GeneratedRegex(@"\Agood (?<good>[0-9a-f]{64})\nprevious (?<previous>[0-9a-f]{64})?\nrefused (?<refused>[0-9a-f]{64})?\n\z")]
    private static partial Regex Note();
}

/// <summary>Which kept corpus is good. All are <see cref="CorpusSnapshot.Hash"/>.</summary>
/// <param name="Good">The one that answered last.</param>
/// <param name="Previous">The one before it, to go back to; null: there was none.</param>
/// <param name="Refused">The one that a rollback took back: the next start doesn't serve it again; null: none.</param>
public sealed record KeptNote(string Good, string? Previous, string? Refused);
