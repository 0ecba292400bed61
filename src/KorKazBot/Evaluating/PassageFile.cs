using System.IO.Compression;
using System.Security.Cryptography;
using KorKazBot.Cli;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Evaluating;

/// <summary>Reads a file of passages as a corpus of its own, to measure on public sets.</summary>
internal static class PassageFile
{
    /// <summary>Reads a file in the form of <c>passages.jsonl</c>; one that ends in .gz is unpacked.</summary>
    /// <exception cref="UserError">It is missing, or a line can't be read; the message names it.</exception>
    public static CorpusSnapshot Read(string path)
    {
        if (!File.Exists(path)) throw new UserError(ExitCode.BadInput, $"There is no file {path}. Name a file of passages.");
        var bytes = Bytes(path);
        var problems = new List<CorpusProblem>();
        var passages = BulkPassages.Read(bytes, path, problems);
        if (problems.Count > 0) throw new UserError(ExitCode.BadInput, problems[0].ToString());
        if (passages.Count == 0) throw new UserError(ExitCode.BadInput, $"{path}: There is no passage in it.");
        return new CorpusSnapshot([], [.. passages], Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The bytes of a file, unpacked where its name ends in .gz.</summary>
    /// <exception cref="UserError">It isn't packed as its name says.</exception>
    public static byte[] Bytes(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadAllBytes(path);
        try
        {
            using var unpacked = new MemoryStream();
            using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            packed.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new UserError(ExitCode.BadInput, $"{path}: It isn't packed with gzip, as its name says. Rename it.");
        }
    }
}
