using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Publication.Packs;

namespace Amparo.Tests.HubBox;

/// <summary>A server that offers signed packs over a line that can be cut, and a hub's folder that fetches them.</summary>
internal sealed class PackServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-hub-").FullName;
    private readonly FixedClock _clock = new(PackOfTests.Now.AddHours(1));

    public PackServer()
    {
        Line = new(path => path == "/packs" ? Said ?? Catalogue() : path == "/packs/revoked" ? Revoked : path.EndsWith(".pack", StringComparison.Ordinal) && Offered.TryGetValue(path[7..^5], out var pack) ? pack.File : null);
        foreach (var name in new[] { "gt-es", "hn-es", "hn-gt-es" }) Offer(name);
        Revoke(7);
        Begin();
    }

    public PackOfTests Packs { get; } = new();
    public Line Line { get; }
    public SortedDictionary<string, (string Id, byte[] File, long Size)> Offered { get; } = new(StringComparer.Ordinal);

    /// <summary>Said in the place of the true catalogue.</summary>
    public byte[]? Said { get; set; }

    public byte[]? Revoked { get; set; }
    public PackStore Store { get; private set; } = null!;
    public PackFetcher Fetcher { get; private set; } = null!;

    /// <summary>As after the hub's program was started anew.</summary>
    public void Begin()
    {
        Store = new(new(_folder));
        Fetcher = new(Store, Packs.Keys, Packs.Check, new Pages(), Line.Client(), new(Path.Combine(_folder, "hub")), _clock);
    }

    public Task<PacksBrought> Fetch() => Fetcher.Fetch(true, default);

    public void Offer(string name, long edition = 7, DateTimeOffset? madeAt = null, PackOfTests? by = null, string? named = null, byte[]? index = null, Func<PackManifest, PackManifest>? with = null)
    {
        var file = (by ?? Packs).File(edition, madeAt, m => with is null ? Named(m, named ?? name) : with(Named(m, named ?? name)), index: index);
        Offered[name] = (Pack.Open(file).Manifest.Id, file, file.Length);
    }

    public void Revoke(long edition, DateTimeOffset? madeAt = null, string[]? packs = null, string[]? keys = null, PackOfTests? by = null)
    {
        using var key = (by ?? Packs).Keys.OpenPublishing(PackOfTests.Now);
        Revoked = new RevokedList(madeAt ?? PackOfTests.Now, edition, key.Certificate.IsDemonstration, [], [], packs ?? [], keys ?? [], key.Certificate, "").SignedBy(key.Key).ToBytes();
    }

    public byte[] Catalogue() => JsonSerializer.SerializeToUtf8Bytes(new { packs = Offered.Select(o => new { name = o.Key, id = o.Value.Id, gzip = o.Value.Size }) });

    public byte[] Kept(string name) => File.ReadAllBytes(Store.PathOf(Store.Catalogue[name]!.File));

    public IEnumerable<string> Names => Store.Catalogue.Packs.Keys.Order(StringComparer.Ordinal);

    /// <summary>Packs that were asked for since it was last looked.</summary>
    public List<string> Asked()
    {
        List<string> asked = [.. Line.Asked.Where(a => a.EndsWith(".pack", StringComparison.Ordinal))];
        Line.Asked.Clear();
        return asked;
    }

    private static PackManifest Named(PackManifest manifest, string name)
    {
        var parts = name.Split('-');
        return manifest with { Name = name, Countries = [.. parts[..^1].Select(c => c.ToUpperInvariant())], Language = parts[^1] };
    }

    public void Dispose()
    {
        Packs.Dispose();
        Line.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Pages : IPackPages
    {
        public string Recipe => "";

        public Task<IReadOnlyList<PackLines>> Draw(Edition edition, string country, string language, IReadOnlyList<PublicPlace> places, CancellationToken stop) => throw new NotSupportedException("A hub draws no pack.");

        public byte[] Alone(Pack pack, ReadOnlyMemory<byte> file) => Encoding.UTF8.GetBytes($"<!doctype html>{pack.Manifest.Name} {file.Length}");
    }
}
