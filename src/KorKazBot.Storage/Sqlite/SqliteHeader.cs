using System.Buffers.Binary;

namespace KorKazBot.Storage.Sqlite;

/// <summary>What the first bytes of a database file say (sqlite.org/fileformat2.html, section 1.3).</summary>
internal static class SqliteHeader
{
    private const int Length = 100;
    private const int PageSizeAt = 16;
    private const int ChangeCounterAt = 24;
    private const int PageCountAt = 28;
    private const int ValidForAt = 92;

    /// <summary>
    /// Whether a file is shorter than it says. SQLite reads what is missing as zeros, and finds nothing wrong where that was unused space.
    /// Only for a database whose -wal file is empty: before a checkpoint has ended, the file may well be shorter.
    /// </summary>
    public static bool IsCutOff(string file)
    {
        var header = new byte[Length];
        using var stream = File.OpenRead(file);
        if (stream.ReadAtLeast(header, Length, throwOnEndOfStream: false) < Length) return true;
        if (!header.AsSpan().StartsWith("SQLite format 3\0"u8)) return false;
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(PageSizeAt));
        if (Number(header, ChangeCounterAt) != Number(header, ValidForAt)) return false;

        // 65,536 doesn't fit into two bytes and is written as 1.
        return stream.Length < Number(header, PageCountAt) * (pageSize == 1 ? 65_536L : pageSize);
    }

    private static long Number(byte[] header, int at) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(at));
}
