using System.Security.Cryptography;
using System.Text;
using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

/// <summary>Packs of lines that a test writes, signed with keys of its own.</summary>
internal sealed class PackOfTests : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 16, 40, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-packs-").FullName;

    public PackOfTests(bool isDemonstration = true)
    {
        Keys = new(Path.Combine(_folder, "keys"));
        Keys.Init(isDemonstration, null, Now.AddDays(-1));
        Check = new(Keys);
    }

    public KeyFolder Keys { get; }
    public PackCheck Check { get; }

    public static PackExpected Expected => new(Now.AddHours(1));

    public static IReadOnlyList<string> Cards { get; } = [.. Enumerable.Range(0, 60).Select(i => $"Casa {i}\t~a{i:00000}\t<li class=\"card\"><a href=\"/es/centres/\uE007\">Casa {i}</a> <span>Cama · Comida</span></li>\t<h1>Casa {i}</h1><p>Puerta {i * 7 % 50}, señal \uE001</p>")];

    public PackManifest Manifest(IReadOnlyList<(string Name, byte[] Bytes, TimeSpan? Life)> parts, long edition = 7, DateTimeOffset? madeAt = null, Func<PackManifest, PackManifest>? with = null)
    {
        using var key = Keys.OpenPublishing(Now);
        var made = madeAt ?? Now;
        var manifest = new PackManifest("hn-es", ["HN"], "es", edition, new('a', 64), made, made.AddDays(30), key.Certificate.IsDemonstration, null, 60,
            [.. parts.Select(p => new PackPart(p.Name, Convert.ToHexStringLower(SHA256.HashData(p.Bytes)), p.Bytes.Length, 60, made + p.Life))], key.Certificate, "");
        return (with?.Invoke(manifest) ?? manifest).SignedBy(key.Key);
    }

    public byte[] Body(long edition = 7, DateTimeOffset? madeAt = null, Func<PackManifest, PackManifest>? with = null, IReadOnlyList<string>? cards = null, byte[]? index = null)
    {
        var lines = cards ?? Cards;
        var (raw, bytes) = (Raw(lines), index ?? [1, 2, 3, 250]);
        var manifest = Manifest([(PackParts.Centres, raw, null), (PackParts.Where, raw, TimeSpan.FromDays(7)), (PackParts.Index, bytes, null)], edition, madeAt, with);
        var folded = Folding.Fold(lines);
        return PackFile.Body(manifest, [new(PackParts.Centres, PackBlock.Folded, folded), new(PackParts.Where, PackBlock.Folded, folded), new(PackParts.Index, PackBlock.Plain, bytes)]);
    }

    public byte[] File(long edition = 7, DateTimeOffset? madeAt = null, Func<PackManifest, PackManifest>? with = null, IReadOnlyList<string>? cards = null, byte[]? index = null) => PackFile.Shared(Body(edition, madeAt, with, cards, index));

    public static byte[] Raw(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
