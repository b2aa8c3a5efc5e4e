using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// A row of the audit as the bytes that are authenticated and chained. Field after field, each with its length before it, so
/// that no two different rows have the same bytes.
/// </summary>
internal ref struct AuditLine(Span<byte> room)
{
    /// <summary>Enough for every row: the columns are bounded.</summary>
    public const int MostBytes = 4096;

    private readonly Span<byte> _room = room;
    private int _length;

    public static ReadOnlySpan<byte> Of(AuditEntry entry, Span<byte> room) => Of(
        room, entry.Node, entry.NodeSequence, Instants.ToStored(entry.At), entry.By, entry.Organisation, entry.Purpose, entry.Act, entry.Table, entry.Record, entry.Records, entry.Outcome);

    public static ReadOnlySpan<byte> Of(
        Span<byte> room, string node, long nodeSequence, long at, Guid? by, Guid? organisation, string? purpose, string act, string table, Guid? record, long records, string outcome)
    {
        var line = Begun(room);
        line.Add(node);
        line.Add(nodeSequence);
        line.Add(at);
        line.Add(by);
        line.Add(organisation);
        line.Add(purpose);
        line.Add(act);
        line.Add(table);
        line.Add(record);
        line.Add(records);
        line.Add(outcome);
        return line.Written;
    }

    /// <summary>A line with nothing but its format, for whoever adds the fields in their order.</summary>
    public static AuditLine Begun(Span<byte> room)
    {
        var line = new AuditLine(room);
        line.Add("amparo-audit-1"u8);
        return line;
    }

    public readonly ReadOnlySpan<byte> Written => _room[.._length];

    /// <summary>The leaf of RFC 6962 for a row and its mac: 32 bytes into <paramref name="leaf"/>.</summary>
    public static void Leaf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> mac, Span<byte> leaf)
    {
        Span<byte> bytes = stackalloc byte[1 + MostBytes + 64];
        bytes[0] = 0;
        line.CopyTo(bytes[1..]);
        mac.CopyTo(bytes[(1 + line.Length)..]);
        SHA256.HashData(bytes[..(1 + line.Length + mac.Length)], leaf);
    }

    /// <summary>The next link: 32 bytes into <paramref name="chain"/>, which holds the one before.</summary>
    public static void Link(Span<byte> chain, ReadOnlySpan<byte> leaf)
    {
        Span<byte> both = stackalloc byte[64];
        chain.CopyTo(both);
        leaf.CopyTo(both[32..]);
        SHA256.HashData(both, chain);
    }

    public void AddNothing() => _room[_length++] = (byte)'-';

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Number(utf8.Length);
        _room[_length++] = (byte)':';
        utf8.CopyTo(_room[_length..]);
        _length += utf8.Length;
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            AddNothing();
            return;
        }
        Number(Encoding.UTF8.GetByteCount(text));
        _room[_length++] = (byte)':';
        _length += Encoding.UTF8.GetBytes(text, _room[_length..]);
    }

    public void Add(long number)
    {
        Number(number);
        _room[_length++] = (byte)';';
    }

    public void Add(Guid? id)
    {
        if (id is not { } known)
        {
            AddNothing();
            return;
        }
        _room[_length++] = (byte)'g';
        known.TryWriteBytes(_room[_length..], bigEndian: true, out var written);
        _length += written;
    }

    private void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _room[_length..], out var written);
        _length += written;
    }
}
