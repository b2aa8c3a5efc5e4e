using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1, as far as it is known from its right edge: one hash per full subtree, largest
/// first. Adding a leaf costs two hashes on the average, and 1,000,000 leaves are at most 20 hashes to keep.
/// </summary>
internal sealed class MerkleRange
{
    private const int Hash = 32;

    // One after the other and not an object for each: a verification adds millions of leaves.
    private readonly byte[] _peaks = new byte[64 * Hash];
    private int _end;

    public MerkleRange() { }

    /// <param name="size">How many leaves the peaks stand for.</param>
    /// <param name="peaks">As <see cref="Peaks"/> gave them.</param>
    public MerkleRange(long size, ReadOnlySpan<byte> peaks)
    {
        if (peaks.Length != Hash * long.PopCount(size)) throw new ArgumentException("So many leaves have another number of peaks.", nameof(peaks));
        (Size, _end) = (size, peaks.Length);
        peaks.CopyTo(_peaks);
    }

    public long Size { get; private set; }

    public byte[] Peaks() => _peaks[.._end];

    public void Add(ReadOnlySpan<byte> leaf)
    {
        var node = _peaks.AsSpan(_end, Hash);
        leaf.CopyTo(node);
        for (var full = Size; (full & 1) == 1; full >>= 1)
        {
            _end -= Hash;
            var left = _peaks.AsSpan(_end, Hash);
            Join(left, node, left);
            node = left;
        }
        _end += Hash;
        Size++;
    }

    /// <summary>32 bytes; of an empty tree the hash of nothing, as the RFC says.</summary>
    public byte[] Root()
    {
        if (_end == 0) return SHA256.HashData([]);
        var root = _peaks[(_end - Hash).._end];
        for (var at = _end - 2 * Hash; at >= 0; at -= Hash) Join(_peaks.AsSpan(at, Hash), root, root);
        return root;
    }

    private static void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> node = stackalloc byte[1 + 2 * Hash];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Hash)..]);
        SHA256.HashData(node, into);
    }
}
