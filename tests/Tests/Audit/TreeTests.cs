using System.Security.Cryptography;

namespace Amparo.Tests.Audit;

public sealed class TreeTests
{
    [Fact]
    public void The_root_is_that_of_RFC_6962_for_every_size_and_wherever_one_goes_on()
    {
        var leaves = Enumerable.Range(0, 130).Select(i => SHA256.HashData(BitConverter.GetBytes(i))).ToList();
        var tree = new MerkleRange();
        for (var size = 0; size <= leaves.Count; size++)
        {
            Assert.Equal(Naive(leaves[..size]), tree.Root());
            Assert.Equal(tree.Root(), new MerkleRange(tree.Size, tree.Peaks()).Root());
            if (size < leaves.Count) tree.Add(leaves[size]);
            if (size % 17 == 0) tree = new(tree.Size, tree.Peaks());
        }
    }

    [Fact]
    public void No_two_different_rows_have_the_same_bytes()
    {
        var at = new DateTimeOffset(2026, 11, 21, 16, 40, 0, TimeSpan.Zero);
        var id = new Guid("0197a000-0000-7000-8000-000000000001");
        AuditEntry[] rows =
        [
            new() { At = at, Act = "a", Table = "bc", Records = 1 }, new() { At = at, Act = "ab", Table = "c", Records = 1 },
            new() { At = at, Act = "a", Table = "bc", Records = 1, By = id }, new() { At = at, Act = "a", Table = "bc", Records = 1, Organisation = id },
            new() { At = at, Act = "a", Table = "bc", Records = 1, Record = id }, new() { At = at, Act = "a", Table = "bc", Records = 11 },
            new() { At = at, Act = "a", Table = "bc", Records = 1, Purpose = "" }, new() { At = at, Act = "a", Table = "bc", Records = 1, Purpose = "-" },
            new() { At = at, Act = "a", Table = "bc1:", Records = 1 }, new() { At = at.AddTicks(10), Act = "a", Table = "bc", Records = 1 },
            new() { At = at, Act = "a", Table = "bc", Records = 1, Outcome = AuditOutcomes.Refused },
        ];
        var bytes = rows.Select(r => Convert.ToHexString(AuditLine.Of(r, new byte[AuditLine.MostBytes]))).ToList();
        Assert.Equal(rows.Length, bytes.Distinct().Count());
    }

    // As the RFC writes it, split at the largest power of two below the size.
    private static byte[] Naive(List<byte[]> leaves)
    {
        if (leaves.Count == 0) return SHA256.HashData([]);
        if (leaves.Count == 1) return leaves[0];
        var split = 1 << (int)Math.Floor(Math.Log2(leaves.Count - 1));
        return SHA256.HashData([1, .. Naive(leaves[..split]), .. Naive(leaves[split..])]);
    }
}
