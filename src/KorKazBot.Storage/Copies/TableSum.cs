using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace KorKazBot.Storage.Copies;

/// <summary>Counts the rows of a table and sums what is in them, so that two databases can be compared whatever order they give rows in.</summary>
internal sealed class TableSum : IDisposable
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Text = 2;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private UInt128 _sum;
    private long _rows;

    /// <summary>Reads every row.</summary>
    public static async Task<TableCopy> OfAsync(string table, DbDataReader reader, CancellationToken cancellationToken)
    {
        using var sum = new TableSum();
        while (await reader.ReadAsync(cancellationToken)) sum.Add(reader);
        return sum.End(table);
    }

    /// <summary>Adds the row that a reader is at.</summary>
    public void Add(DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (row.IsDBNull(i)) Append(Null, []);
            else if (row[i] is long number) Append(number);
            else Append(Text, Encoding.UTF8.GetBytes(row.GetString(i)));
        }

        // A sum rather than an exclusive or: two equal rows must not undo each other.
        unchecked
        {
            _sum += BinaryPrimitives.ReadUInt128BigEndian(_hash.GetHashAndReset());
        }

        _rows++;
    }

    /// <summary>The count and the sum so far.</summary>
    public TableCopy End(string table) => new(table, _rows, _sum.ToString("x32", null));

    public void Dispose() => _hash.Dispose();

    private void Append(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(Number, bytes);
    }

    // With its length, so that no two rows look alike run together.
    private void Append(byte kind, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], value.Length);
        _hash.AppendData(head);
        _hash.AppendData(value);
    }
}
