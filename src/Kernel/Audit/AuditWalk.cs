using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// Follows the chain from its first row, batch after batch. Rows below the last signed note need no mac: the note proves them,
/// or it does not, and then the verifier looks for the mac that is wrong.
/// </summary>
internal sealed class AuditWalk(SortedDictionary<long, List<byte[]>> expected, (long Sequence, byte[] Chain)? head, AuditKeys keys)
{
    private readonly MerkleRange _tree = new();
    private readonly byte[] _chain = new byte[32];
    private readonly long _signed = expected.Keys.LastOrDefault();

    public long Size => _tree.Size;

    /// <summary>The last place up to which a signed note fits.</summary>
    public long Good { get; private set; }

    /// <summary>The first row after every note whose mac is wrong.</summary>
    public long? Forged { get; private set; }

    /// <summary>What is wrong first in these rows: a word of <see cref="AuditFaults"/>; null where nothing is.</summary>
    public string? Take(AuditBatch rows)
    {
        Span<byte> leaf = stackalloc byte[32];
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Sequence(row) != Size + 1) return AuditFaults.Missing;
            if (!rows.IsReadable(row)) return AuditFaults.Unreadable;
            SHA256.HashData(rows.LeafInput(row), leaf);
            AuditLine.Link(_chain, leaf);
            if (!rows.Chain(row).SequenceEqual(_chain)) return AuditFaults.Changed;
            _tree.Add(leaf);
            if (Size > _signed && Forged is null && !keys.IsMac(rows.Line(row), rows.Mac(row))) Forged = Size;
            if (Size <= _signed && expected.TryGetValue(Size, out var roots))
            {
                var root = _tree.Root();
                if (!roots.TrueForAll(r => r.AsSpan().SequenceEqual(root))) return AuditFaults.MadeAnew;
                // A signature holds what a mac cannot any more: a copy that was put back elsewhere has another key for macs.
                Good = Size;
            }
            if (Size == head?.Sequence && !head.Value.Chain.AsSpan().SequenceEqual(_chain)) return AuditFaults.SeenOtherwise;
        }
        return null;
    }
}
