using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1, as far as it is known from its right edge: one hash per full subtree, largest
/// first. Adding a leaf costs two hashes on the average, and 1,000,000 leaves are at most 20 hashes to keep.
/// </summary>
internal sealed class MerkleRange
{
    private readonly List<byte[]> _peaks = [];

    public MerkleRange() { }

    /// <param name="size">How many leaves the peaks stand for.</param>
    /// <param name="peaks">As <see cref="Peaks"/> gave them.</param>
    public MerkleRange(long size, ReadOnlySpan<byte> peaks)
    {
        Size = size;
        for (var i = 0; i < peaks.Length; i += 32) _peaks.Add(peaks.Slice(i, 32).ToArray());
        if (_peaks.Count != long.PopCount(size)) throw new ArgumentException("So many leaves have another number of peaks.", nameof(peaks));
    }

    public long Size { get; private set; }

    public byte[] Peaks() => [.. _peaks.SelectMany(p => p)];

    public void Add(ReadOnlySpan<byte> leaf)
    {
        var node = leaf.ToArray();
        for (var full = Size; (full & 1) == 1; full >>= 1)
        {
            Join(_peaks[^1], node, node);
            _peaks.RemoveAt(_peaks.Count - 1);
        }
        _peaks.Add(node);
        Size++;
    }

    /// <summary>32 bytes; of an empty tree the hash of nothing, as the RFC says.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0) return SHA256.HashData([]);
        var root = _peaks[^1].ToArray();
        for (var i = _peaks.Count - 2; i >= 0; i--) Join(_peaks[i], root, root);
        return root;
    }

    private static void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> node = stackalloc byte[65];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[33..]);
        SHA256.HashData(node, into);
    }
}
