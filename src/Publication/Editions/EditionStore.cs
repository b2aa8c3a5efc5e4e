using System.Globalization;
using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>
/// The editions of a data folder: <c>editions/objects/HH/HASH</c>, named by what they hold and never changed;
/// <c>editions/VERSION/envelope.json</c>; and <c>editions/current</c>, which names the version that readers see. That last
/// file is replaced in one step, so a build that is killed at any moment leaves nothing that a reader could see.
/// </summary>
public sealed class EditionStore(DataFolder data)
{
    public string Folder => data.Editions;

    internal string Objects => Path.Combine(Folder, "objects");
    internal string Current => Path.Combine(Folder, "current");

    internal string ObjectOf(string sha256) => Path.Combine(Objects, sha256[..2], sha256);

    internal string FolderOf(long version) => Path.Combine(Folder, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the publisher remembers between builds. It lies outside of the editions: readers have no use for it.</summary>
    internal string Memory => Path.Combine(data.Path, "publisher.json");

    /// <summary>Null where nothing was published, or the file cannot be understood.</summary>
    public long? CurrentVersion()
    {
        try
        {
            return long.TryParse(File.ReadAllText(Current).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Every version that is kept, newest first.</summary>
    public IReadOnlyList<long> Versions() => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName)
            .Where(name => long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => long.Parse(name!, CultureInfo.InvariantCulture)).OrderDescending()];

    /// <summary>The hash of the audit's note that the edition carries; null where it carries none.</summary>
    /// <exception cref="EditionDamaged">There is no such edition, or its envelope cannot be read.</exception>
    public string? CheckpointOf(long version) => ReadEnvelope(version).AuditCheckpoint;

    /// <exception cref="EditionDamaged">There is no such edition, or its envelope cannot be read.</exception>
    internal Envelope ReadEnvelope(long version)
    {
        try
        {
            return EnvelopeReading.Read(File.ReadAllBytes(Path.Combine(FolderOf(version), "envelope.json")));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EditionDamaged($"There is no edition {version}.");
        }
    }

    /// <summary>Keeps the bytes under their hash, on the disk before it returns. What is there and whole is left alone; what is there and broken is mended.</summary>
    internal string Put(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = ObjectOf(hash);
        if (!IsThere(path, hash, bytes.Length))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Replace(path, bytes);
        }
        return hash;
    }

    /// <summary>Whether the file is there and whole.</summary>
    internal bool Holds(EditionFile file) => IsThere(ObjectOf(file.Sha256), file.Sha256, file.Size);

    /// <summary>Makes the edition the one that readers see. Its objects must have been put before.</summary>
    internal void Commit(Envelope envelope)
    {
        var folder = FolderOf(envelope.Version);
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, "envelope.json"), envelope.ToBytes());
        Replace(Current, System.Text.Encoding.ASCII.GetBytes(envelope.Version.ToString(CultureInfo.InvariantCulture) + "\n"));
    }

    /// <summary>The right to publish in this data folder, freed when it is disposed or the process dies; null while another has it.</summary>
    public IDisposable? TryLock()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, "publishing.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes editions older than thirty days, but never the last two. The caller holds <see cref="TryLock"/>.</summary>
    public void Sweep(DateTimeOffset now) => Retention.Sweep(this, now);

    /// <summary>
    /// Deletes every edition but the current one. On a machine that anybody may carry away an old edition is a list of what was
    /// withdrawn since. The caller holds <see cref="TryLock"/>.
    /// </summary>
    internal void KeepOnlyCurrent() => Retention.KeepOnlyCurrent(this);

    internal static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static bool IsThere(string path, string hash, long length)
    {
        var there = new FileInfo(path);
        if (!there.Exists || there.Length != length) return false;
        using var file = there.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(file)) == hash;
    }
}
