using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Amparo.Kernel;

/// <summary>Some thousand rows of the audit, each already as the bytes that are hashed: one thread reads them while another hashes those before.</summary>
internal sealed class AuditBatch
{
    private const int Most = 4096;
    private const int Hash = 32;
    private const int Longest = 1 + AuditLine.MostBytes + Hash;

    private readonly byte[] _bytes = new byte[Most * 320];
    private readonly (int Start, int Length, long Sequence)[] _rows = new (int, int, long)[Most];
    private readonly byte[] _chains = new byte[Most * Hash];

    public int Count { get; private set; }

    public long Sequence(int row) => _rows[row].Sequence;

    /// <summary>Whether every column held what it must: whoever changes a row by hand may put a word where a number was.</summary>
    public bool IsReadable(int row) => _rows[row].Length > 0;

    /// <summary>What the leaf of RFC 6962 is the hash of: a zero, the line, the mac.</summary>
    public ReadOnlySpan<byte> LeafInput(int row) => _bytes.AsSpan(_rows[row].Start, _rows[row].Length);

    public ReadOnlySpan<byte> Line(int row) => LeafInput(row)[1..^Hash];
    public ReadOnlySpan<byte> Mac(int row) => LeafInput(row)[^Hash..];
    public ReadOnlySpan<byte> Chain(int row) => _chains.AsSpan(row * Hash, Hash);

    /// <summary>Takes as many rows as fit; none are left where it stays empty.</summary>
    public void Fill(DbDataReader rows)
    {
        Count = 0;
        var columns = (rows as SqliteDataReader)?.Handle;
        for (var end = 0; Count < Most && _bytes.Length - end >= Longest && rows.Read(); Count++)
        {
            var length = Put(rows, columns, _bytes.AsSpan(end));
            _rows[Count] = (end, length, AuditRows.SequenceOf(rows));
            end += length;
        }
    }

    private int Put(DbDataReader row, sqlite3_stmt? columns, Span<byte> room)
    {
        var chain = _chains.AsSpan(Count * Hash, Hash);
        chain.Clear();
        try
        {
            room[0] = 0;
            var inner = room.Slice(1, AuditLine.MostBytes);
            var line = columns is null ? AuditRows.Line(row, inner) : AuditColumns.Line(columns, inner);
            var mac = columns is null ? AuditRows.Mac(row) : AuditColumns.Mac(columns);
            if (mac.Length != Hash) return 0;
            mac.CopyTo(room[(1 + line.Length)..]);
            // A chain of another length is none: it stays zero, and zero is nobody's hash.
            var link = columns is null ? AuditRows.Chain(row) : AuditColumns.Chain(columns);
            if (link.Length == Hash) link.CopyTo(chain);
            return 1 + line.Length + Hash;
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return 0;
        }
    }
}
