using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// The packs of a data folder: <c>packs/objects/HASH</c>, named by what they hold and never changed; <c>packs/catalogue.json</c>,
/// which names those of now and is replaced in one step; <c>packs/revoked.json</c>. All of it can be made anew from an edition
/// but <c>packs/given.tsv</c> and <c>packs/withdrawn.json</c>, without which nothing could be called back.
/// </summary>
public sealed class PackStore(DataFolder data)
{
    /// <summary>Packs of so many ends of day are kept, to make deltas from.</summary>
    public const int DaysKept = 30;

    /// <summary>Behind the name of a file: the page that opens from the file system, packed by gzip.</summary>
    public const string PageEnd = ".html.gz";

    private readonly Lock _turning = new();
    private volatile PackCatalogue? _catalogue;
    private volatile byte[]? _revoked;
    private (DateTime, DateTime, DateTime) _seen;

    public string Folder { get; } = Path.Combine(data.Path, "packs");

    internal string Objects => Path.Combine(Folder, "objects");
    internal string Given => Path.Combine(Folder, "given.tsv");
    private string CatalogueFile => Path.Combine(Folder, "catalogue.json");
    private string RevokedFile => Path.Combine(Folder, "revoked.json");
    private string WithdrawnFile => Path.Combine(Folder, "withdrawn.json");

    public PackCatalogue Catalogue => _catalogue ??= PackCatalogue.Read(CatalogueFile);

    /// <summary>Whether anything was ever given out that could be called back.</summary>
    public bool HasGiven => System.IO.File.Exists(Given);

    /// <summary>The signed list of what is revoked; null until one was made.</summary>
    public ReadOnlyMemory<byte>? Revoked
    {
        get
        {
            // A null array would pass for an empty list.
            if ((_revoked ??= System.IO.File.Exists(RevokedFile) ? System.IO.File.ReadAllBytes(RevokedFile) : null) is not { } bytes) return null;
            return new ReadOnlyMemory<byte>(bytes);
        }
    }

    /// <summary>Where a file of the catalogue lies.</summary>
    public string PathOf(string file) => Path.Combine(Objects, file);

    /// <summary>Forgets what was read: another process may have made packs.</summary>
    public void Reload() => (_catalogue, _revoked) = (null, null);

    /// <summary>Whether packs were made or called back since the last look, by this process or another; what was read is then forgotten.</summary>
    public bool LookForOthers()
    {
        var now = (System.IO.File.GetLastWriteTimeUtc(CatalogueFile), System.IO.File.GetLastWriteTimeUtc(RevokedFile), System.IO.File.GetLastWriteTimeUtc(WithdrawnFile));
        if (now == _seen) return false;
        _seen = now;
        Reload();
        return true;
    }

    /// <summary>The right to make packs in this data folder; null while another has it.</summary>
    public IDisposable? TryLock()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, "making.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    internal string Put(ReadOnlySpan<byte> bytes, string? name = null)
    {
        name ??= Convert.ToHexStringLower(SHA256.HashData(bytes));
        Directory.CreateDirectory(Objects);
        if (!System.IO.File.Exists(PathOf(name))) EditionStore.Replace(PathOf(name), bytes);
        return name;
    }

    internal void Replace(PackCatalogue catalogue)
    {
        EditionStore.Replace(CatalogueFile, JsonSerializer.SerializeToUtf8Bytes(catalogue));
        _catalogue = catalogue;
    }

    internal void Replace(RevokedList list)
    {
        Directory.CreateDirectory(Folder);
        var bytes = list.ToBytes();
        EditionStore.Replace(RevokedFile, bytes);
        _revoked = bytes;
    }

    /// <summary>What an operator called back by hand.</summary>
    internal Withdrawn Withdrawn => System.IO.File.Exists(WithdrawnFile) ? JsonSerializer.Deserialize<Withdrawn>(System.IO.File.ReadAllBytes(WithdrawnFile))! : new([], []);

    /// <summary>Calls packs or keys back: the next list of what is revoked names them.</summary>
    /// <param name="packs">Identifiers, 24 hexadecimal letters each.</param>
    /// <param name="keys">Fingerprints of publishing keys, 64 hexadecimal letters each.</param>
    public void Withdraw(IEnumerable<string> packs, IEnumerable<string> keys)
    {
        lock (_turning)
        {
            Directory.CreateDirectory(Folder);
            var known = Withdrawn;
            EditionStore.Replace(WithdrawnFile, JsonSerializer.SerializeToUtf8Bytes(new Withdrawn([.. known.Packs.Union(packs).Order(StringComparer.Ordinal)], [.. known.Keys.Union(keys).Order(StringComparer.Ordinal)])));
        }
    }

    /// <summary>Deletes files that neither the catalogue nor one of its days names; deltas that lead to packs of before with them.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(Objects)) return;
        var rows = Catalogue.Packs.Values.ToList();
        var held = rows.SelectMany(r => r.Days.Values.Select(d => d.File).Append(r.File).Append(r.File + ".br").Append(r.File + PageEnd)).ToHashSet();
        var current = rows.Select(r => r.Id).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(Objects))
        {
            var name = Path.GetFileName(path);
            if (!held.Contains(name) && !(name.Split("-to-") is [_, var to] && current.Contains(to))) System.IO.File.Delete(path);
        }
    }
}

/// <summary>What an operator called back by hand.</summary>
internal sealed record Withdrawn(IReadOnlyList<string> Packs, IReadOnlyList<string> Keys);
