using System.IO.Compression;
using System.Security.Cryptography;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>
/// Files on their way in: in a folder for the server's own eyes, under names that nobody chose. What they are is read from
/// their content, and nothing of them is ever run.
/// </summary>
internal sealed class Uploads(DataFolder data)
{
    private const int MostTables = 60;
    private const long MostRatio = 400;

    public static IReadOnlyList<string> Kinds { get; } = [FileKind.Csv, FileKind.Xlsx, FileKind.GeoJson, FileKind.Kml, FileKind.HsdsJson, FileKind.HsdsFolder];

    private string Folder => Path.Combine(data.Path, "uploads");

    public string PathOf(string stored) => Path.Combine(Folder, Path.GetFileName(stored));

    public bool Has(string stored) => Path.Exists(PathOf(stored));

    /// <summary>Puts a file aside and says what it is.</summary>
    /// <exception cref="ImportRefused">It is too large, or nothing that a list can be.</exception>
    public async Task<(string StoredAs, string Kind)> Take(Stream content, string shown, CancellationToken stop)
    {
        PrivateFiles.MakeFolder(Folder);
        var stored = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        try
        {
            await Keep(content, PathOf(stored), ImportBounds.MostBytes, stop);
            var kind = KindOf(PathOf(stored), stop);
            return Kinds.Contains(kind) ? (stored, kind) : throw new ImportRefused("unknown_kind", ("file", shown));
        }
        catch (Exception e) when (e is BrokenFile or ImportRefused or InvalidDataException)
        {
            Remove(stored);
            throw e is ImportRefused ? e : e is BrokenFile broken ? new ImportRefused(broken.Key, ("row", broken.At), ("file", shown)) : new ImportRefused("bad_zip", ("row", "1"), ("file", shown));
        }
        catch
        {
            Remove(stored);
            throw;
        }
    }

    public void Remove(string stored)
    {
        var path = PathOf(stored);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        File.Delete(path);
    }

    /// <summary>Whatever lies there and belongs to nothing: the server stopped between the file and its record.</summary>
    public void RemoveAllBut(IReadOnlySet<string> known, DateTimeOffset before)
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var path in Directory.EnumerateFileSystemEntries(Folder).Where(p => !known.Contains(Path.GetFileName(p)) && File.GetLastWriteTimeUtc(p) < before.UtcDateTime)) Remove(Path.GetFileName(path));
    }

    private static string KindOf(string path, CancellationToken stop)
    {
        var kind = FileKind.Of(path);
        if (kind != FileKind.Xlsx) return kind;
        using (var zip = ZipFile.OpenRead(path))
        {
            if (zip.GetEntry("xl/workbook.xml") is not null) return kind;
            if (!zip.Entries.Any(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))) return "zip";
            Unpack(zip, path + ".tables", stop);
        }
        File.Delete(path);
        Directory.Move(path + ".tables", path);
        _ = Package.Folder(path);
        return FileKind.HsdsFolder;
    }

    // Only tables, only by their last name: a path in an archive may climb out of any folder.
    private static void Unpack(ZipArchive zip, string folder, CancellationToken stop)
    {
        try
        {
            PrivateFiles.MakeFolder(folder);
            var (room, count) = (ImportBounds.MostUnpacked, 0);
            foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
            {
                if (++count > MostTables || (entry.Length > 1 << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio)) throw new BrokenFile("unpacks_too_large", entry.Name);
                var path = Path.Combine(folder, Path.GetFileName(entry.Name).ToLowerInvariant());
                if (File.Exists(path)) throw new BrokenFile("bad_zip", entry.Name);
                using var table = entry.Open();
                room -= Copy(table, path, room, entry.Name, stop);
            }
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static long Copy(Stream from, string path, long most, string name, CancellationToken stop)
    {
        using var file = Make(path);
        var (buffer, all) = (new byte[1 << 16], 0L);
        while (from.Read(buffer) is var read and > 0)
        {
            stop.ThrowIfCancellationRequested();
            if ((all += read) > most) throw new BrokenFile("unpacks_too_large", name);
            file.Write(buffer.AsSpan(0, read));
        }
        return all;
    }

    private static async Task Keep(Stream content, string path, long most, CancellationToken stop)
    {
        await using var file = Make(path);
        var (buffer, all) = (new byte[1 << 16], 0L);
        while (await content.ReadAsync(buffer, stop) is var read and > 0)
        {
            if ((all += read) > most) throw new ImportRefused("too_large_here");
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        if (all == 0) throw new ImportRefused("no_content");
    }

    private static FileStream Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
