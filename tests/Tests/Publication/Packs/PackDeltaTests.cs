using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

public sealed class PackDeltaTests : IDisposable
{
    private readonly PackOfTests _packs = new();

    [Fact]
    public void An_old_pack_and_a_delta_make_the_new_one_byte_for_byte_in_what_is_signed()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Pack.Open(_packs.File(cards: Some(random), index: Bytes(random))), Pack.Open(_packs.File(8, cards: Some(random), index: Bytes(random))));
            var made = PackDelta.Apply(before, PackDelta.Make(before, after));
            Assert.Equal(after.Manifest.ToBytes(), made.Manifest.ToBytes());
            Assert.All(after.Manifest.Parts, p => Assert.Equal(after.Bytes(p.Name), made.Bytes(p.Name)));
        }
    }

    [Fact]
    public void An_entry_that_went_is_gone_after_the_delta()
    {
        var (before, after) = (Pack.Open(_packs.File()), Pack.Open(_packs.File(8, cards: [.. PackOfTests.Cards.Where(c => !c.StartsWith("Casa 30", StringComparison.Ordinal))])));
        var made = PackDelta.Apply(before, PackDelta.Make(before, after));
        Assert.DoesNotContain(made.Lines(PackParts.Centres), l => l[0] == "Casa 30");
        Assert.Equal(59, made.Lines(PackParts.Where).Count);
        Assert.True(PackDelta.Make(before, after).Length < 1_600);
    }

    [Fact]
    public void A_delta_fits_its_own_pack_only_and_a_damaged_one_gives_nothing()
    {
        var (before, after, other) = (Pack.Open(_packs.File()), Pack.Open(_packs.File(8, cards: [.. PackOfTests.Cards.Take(40)])), Pack.Open(_packs.File(6)));
        var delta = PackDelta.Make(before, after);
        Assert.Throws<PackBroken>(() => PackDelta.Apply(other, delta));
        var random = new Random(5);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = delta.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                // A bit of the packing that means nothing may change; then what comes out is what was signed.
                var made = PackDelta.Apply(before, bytes);
                Assert.All(after.Manifest.Parts, p => Assert.True(made.Manifest.Part(p.Name) != p || made.Bytes(p.Name).AsSpan().SequenceEqual(after.Bytes(p.Name))));
            }
            catch (PackBroken)
            {
                continue;
            }
        }
    }

    public void Dispose() => _packs.Dispose();

    private static List<string> Some(Random random) =>
        [.. PackOfTests.Cards.Where(_ => random.Next(10) > 0).SelectMany(c => random.Next(12) switch { 0 => new[] { c, "" }, 1 => [c.Replace("Puerta", "Portón", StringComparison.Ordinal)], 2 => [c, c], _ => [c] })];

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(600)];
        new Random(1).NextBytes(bytes);
        if (bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= 1;
        return bytes;
    }
}
