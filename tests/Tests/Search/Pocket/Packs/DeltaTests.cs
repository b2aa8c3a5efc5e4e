using System.Diagnostics;
using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Publication.Packs;

namespace Amparo.Tests.Search.Pocket.Packs;

/// <summary>A phone makes of its old pack and a delta of the server's what the server has; and it can forget what is over.</summary>
public sealed class DeltaTests : IDisposable
{
    private readonly PackOfTests _packs = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-deltas-").FullName;

    [Fact]
    public async Task An_old_pack_and_a_delta_make_the_new_one_on_a_phone_and_forgotten_addresses_make_a_file_that_both_sides_know()
    {
        const int pairs = 30, searched = 6;
        for (var seed = 0; seed < pairs; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (_packs.File(cards: Some(random), index: Bytes(random)), _packs.File(8, cards: Some(random), index: Bytes(random)));
            Pair(seed, before, after);
        }
        // With the search of real entries: what goes and comes changes the numbers of all behind it.
        for (var i = 0; i < searched; i++)
        {
            var (old, now) = AWeek(new Random(i));
            var delta = Pair(pairs + i, Searched(6, old), Searched(8, now));
            var (was, becomes) = (Index(old), Index(now));
            Assert.True(delta.Length < becomes.Length / 4, $"{delta.Length} bytes to move an index of {becomes.Length}");
            Assert.Equal(becomes, IndexChange.Apply(was, IndexChange.Make(was, becomes, EntryMoves.Between(Pack.Open(Searched(6, old)), Pack.Open(Searched(8, now)))), becomes.Length));
        }
        Write("whole", _packs.File());
        Write("root", System.Text.Encoding.ASCII.GetBytes(_packs.Keys.RootForPhones()));
        string[] arguments =
        [
            Path.Combine(SharedData.Repository, "tests/Tests/Search/Pocket/Packs/deltas.mjs"), Path.Combine(SharedData.Repository, "web/dist/pack.js"), _folder, (pairs + searched).ToString(CultureInfo.InvariantCulture),
            PackOfTests.Expected.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardError = true })!;
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);

        var forgotten = await File.ReadAllBytesAsync(Path.Combine(_folder, "forgotten"));
        var verdict = _packs.Check.File(forgotten, PackOfTests.Expected);
        Assert.Equal(PackState.AddressesOver, verdict.State);
        Assert.Empty(verdict.Pack!.Lines(PackParts.Where));
        Assert.Equal(60, verdict.Pack.Lines(PackParts.Centres).Count);
        Assert.Equal(PackState.Altered, _packs.Check.File(await File.ReadAllBytesAsync(Path.Combine(_folder, "without-places")), PackOfTests.Expected).State);
    }

    private byte[] Pair(int number, byte[] before, byte[] after)
    {
        var delta = PackDelta.Make(Pack.Open(before), Pack.Open(after));
        Write($"{number}.old", before);
        Write($"{number}.new", after);
        Write($"{number}.delta", delta);
        return delta;
    }

    private byte[] Searched(long edition, List<PublicPlace> places) =>
        _packs.File(edition, cards: [.. places.Select(p => $"{p.Name}\t{p.Slug}\t<li>{p.Locality}</li>\t<h1>{p.Name}</h1><p>{p.AssuredAt:yyyy-MM-dd}</p>")], index: Index(places));

    private static byte[] Index(List<PublicPlace> places) => new PocketIndex(Geodata.Gazetteer).Write(places, []);

    private static (List<PublicPlace> Old, List<PublicPlace> Now) AWeek(Random random)
    {
        var all = HardPlaces.Take(400, seed: 3);
        var stay = all.Where((_, i) => i % 50 != 9).ToList();
        var old = stay.Take(random.Next(200, 380)).ToList();
        var now = old.Where(_ => random.Next(60) > 0).Select(p => random.Next(4) == 0 ? p with { AssuredAt = p.AssuredAt?.AddDays(7) } : p).ToList();
        foreach (var fresh in all.Where((_, i) => i % 50 == 9).Take(random.Next(6))) now.Insert(random.Next(now.Count + 1), fresh);
        return (old, now);
    }

    public void Dispose()
    {
        _packs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);

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
