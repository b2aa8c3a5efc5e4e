using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

/// <summary>
/// A pack that was signed once and lies beside this file, for readers in other languages: whoever changes the form sees it here
/// before a phone does. Written anew with AMPARO_WRITE_VECTOR=1.
/// </summary>
public sealed class PackVectorTests : IDisposable
{
    private static readonly string Vector = Path.Combine(SharedData.Repository, "tests/Tests/Publication/Packs/vector.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-vector-").FullName;

    [Fact]
    public async Task The_pack_that_other_readers_are_tested_with_is_still_good_and_gives_the_same_lines()
    {
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_VECTOR") == "1") await Write();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Vector));
        string Said(string name) => json.RootElement.GetProperty(name).GetString()!;
        using (var root = ECDsa.Create())
        {
            root.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Said("root")), out _);
            await File.WriteAllTextAsync(Path.Combine(_folder, "root.public"), root.ExportSubjectPublicKeyInfoPem());
        }
        var check = new PackCheck(new(_folder));
        var (file, now) = (Convert.FromBase64String(Said("file")), json.RootElement.GetProperty("now").GetDateTimeOffset());
        var verdict = check.File(file, new(now, Said("name"), SeenEdition: 7, Demonstration: true));
        Assert.Equal(PackState.Good, verdict.State);
        Assert.Equal(Said("id"), verdict.Manifest!.Id);
        foreach (var part in json.RootElement.GetProperty("parts").EnumerateObject()) Assert.Equal(part.Value.GetString(), Encoding.UTF8.GetString(verdict.Pack!.Bytes(part.Name)!));
        Assert.Equal(PackState.AddressesOver, check.File(file, new(now.AddDays(7))).State);
        var next = PackDelta.Apply(Pack.Open(Convert.FromBase64String(Said("old"))), Convert.FromBase64String(Said("delta")));
        Assert.Equal(Said("id"), next.Manifest.Id);
    }

    private static async Task Write()
    {
        using var packs = new PackOfTests();
        var cards = PackOfTests.Cards.Take(12).ToList();
        var (old, file) = (packs.File(6, cards: cards), packs.File(7, cards: [.. cards.Skip(1), "Hogar ñandú\t~zz9\t<li>“Hogar” &amp; más</li>\t<h1>Hogar ñandú</h1>"], index: [0, 255, 10, 13]));
        var pack = Pack.Open(file);
        await File.WriteAllTextAsync(Vector, JsonSerializer.Serialize(new
        {
            root = Convert.ToBase64String(Root(packs)), now = PackOfTests.Now.AddHours(1), name = pack.Manifest.Name, id = pack.Manifest.Id,
            parts = pack.Manifest.Parts.Where(p => p.Name != PackParts.Index).ToDictionary(p => p.Name, p => Encoding.UTF8.GetString(pack.Bytes(p.Name)!)),
            file = Convert.ToBase64String(file), old = Convert.ToBase64String(old), delta = Convert.ToBase64String(PackDelta.Make(Pack.Open(old), pack)),
        }, Indented) + "\n");
    }

    private static byte[] Root(PackOfTests packs)
    {
        using var root = packs.Keys.OpenRootPublic();
        return root.ExportSubjectPublicKeyInfo();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
