using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>One file of sounds as it can be fetched now.</summary>
/// <param name="Language">ISO 639-3.</param>
/// <param name="Id">Of its manifest.</param>
/// <param name="Inputs">What it was made from; the same inputs are not made again before a day.</param>
public sealed record AudioRow(string Language, string Id, string File, long Size, int Count, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, string Inputs);

/// <summary>
/// Sounds that readers may hear now, in <c>recordings/</c> of a data folder. All of it can be made anew from an edition and the
/// database; what the current edition does not name any more does not lie here either.
/// </summary>
public sealed class RecordingStore(DataFolder data)
{
    private volatile IReadOnlyList<AudioRow>? _packs;

    internal string Folder { get; } = Path.Combine(data.Path, "recordings");
    private string Sounds => Path.Combine(Folder, "sounds");
    private string Packs => Path.Combine(Folder, "packs");
    private string CatalogueFile => Path.Combine(Folder, "packs.json");

    /// <summary>By language.</summary>
    public IReadOnlyList<AudioRow> Catalogue => _packs ??= Read();

    public AudioRow? this[string language] => Catalogue.FirstOrDefault(p => p.Language == language);

    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    public string PathOf(string sha256) => Path.Combine(Sounds, sha256);

    public string PathOf(AudioRow pack) => Path.Combine(Packs, pack.File);

    /// <summary>The right to write here; null while another process has it.</summary>
    public IDisposable? TryLock()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, "making.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            _packs = null; // that one makes packs anew
            return null;
        }
    }

    /// <returns>False where the bytes are not those of that name.</returns>
    internal bool Put(string sha256, ReadOnlySpan<byte> sound)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(sound)) != sha256) return false;
        Directory.CreateDirectory(Sounds);
        EditionStore.Replace(PathOf(sha256), sound);
        return true;
    }

    /// <summary>Makes the file of this manifest out of its sounds, which are here. Nobody gets it before <see cref="Keep"/>.</summary>
    internal AudioRow PutPack(AudioManifest manifest, string inputs = "")
    {
        var file = AudioFile.Of(manifest, r => PathOf(r.Sha256));
        Directory.CreateDirectory(Packs);
        var name = Convert.ToHexStringLower(SHA256.HashData(file));
        EditionStore.Replace(Path.Combine(Packs, name), file);
        return new(manifest.Language, manifest.Id, name, file.Length, manifest.Recordings.Count, manifest.MadeAt, manifest.ExpiresAt, inputs);
    }

    /// <summary>These packs are there from here on, and these sounds; everything else goes.</summary>
    internal void Keep(IReadOnlyList<AudioRow> packs, IReadOnlySet<string> sounds)
    {
        if (!packs.SequenceEqual(Catalogue)) EditionStore.Replace(CatalogueFile, JsonSerializer.SerializeToUtf8Bytes(packs));
        _packs = packs;
        Leave(Sounds, sounds);
        Leave(Packs, packs.Select(p => p.File).ToHashSet());
    }

    /// <summary>Takes away what is not any more what its name says: a disk rots, and somebody may have put other bytes there.</summary>
    internal void LookThrough()
    {
        foreach (var path in new[] { Sounds, Packs }.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
            using (var file = File.OpenRead(path))
                if (Convert.ToHexStringLower(SHA256.HashData(file)) != Path.GetFileName(path)) File.Delete(path);
    }

    private static void Leave(string folder, IReadOnlySet<string> only)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => !only.Contains(Path.GetFileName(p)))) File.Delete(path);
    }

    private List<AudioRow> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<AudioRow>>(File.ReadAllBytes(CatalogueFile)) ?? [];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return []; // they are made anew
        }
    }
}
