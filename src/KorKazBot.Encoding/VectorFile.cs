using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KorKazBot.SentenceEncoding;

/// <summary>The vectors' file: records of a key, the vector, and a checksum of both, all of one length, and nothing else.</summary>
internal static class VectorFile
{
    private const int KeyBytes = 16;

    private const int ChecksumBytes = 8;

    /// <summary>Reads the records whose checksum is right; none where there is no file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file mustn't be read.</exception>
    public static Dictionary<UInt128, Half[]> Read(string path, int dimensions)
    {
        var vectors = new Dictionary<UInt128, Half[]>();
        if (!File.Exists(path)) return vectors;
        using var file = File.OpenRead(path);
        var record = new byte[KeyBytes + dimensions * sizeof(ushort) + ChecksumBytes];
        while (file.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length)
        {
            if (!Checksum(record).SequenceEqual(record.AsSpan(^ChecksumBytes..))) continue;
            vectors[BinaryPrimitives.ReadUInt128LittleEndian(record)] =
                MemoryMarshal.Cast<byte, Half>(record.AsSpan(KeyBytes..^ChecksumBytes)).ToArray();
        }

        return vectors;
    }

    /// <summary>Writes the file aside and puts it in the old one's place: readers see the one or the other, whole.</summary>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder mustn't be written.</exception>
    public static void Write(string path, Dictionary<UInt128, Half[]> vectors)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = $"{path}.{Environment.ProcessId}";
        try
        {
            using (var file = File.Create(aside))
            {
                foreach (var (key, vector) in vectors) file.Write(Record(key, vector));
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private static byte[] Record(UInt128 key, Half[] vector)
    {
        var record = new byte[KeyBytes + vector.Length * sizeof(ushort) + ChecksumBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(record, key);
        MemoryMarshal.AsBytes<Half>(vector).CopyTo(record.AsSpan(KeyBytes));
        Checksum(record).CopyTo(record.AsSpan(^ChecksumBytes..));
        return record;
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> record) => SHA256.HashData(record[..^ChecksumBytes]).AsSpan(..ChecksumBytes);
}
