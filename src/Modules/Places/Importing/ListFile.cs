using System.Security.Cryptography;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>A file or package with the profile that reads it.</summary>
internal sealed class ListFile
{
    private const long LargestFile = 4L << 30;
    private const long LargestOther = 200L << 20;
    private readonly string _path;

    private readonly (long, DateTime) _seen;

    private ListFile(string path, ListProfile profile, bool guessed, IDraftSource source, string name) =>
        (_path, Profile, WasGuessed, Source, Name, _seen) = (path, profile, guessed, source, name, Look(path));

    public ListProfile Profile { get; }
    public bool WasGuessed { get; }
    public IDraftSource Source { get; }

    /// <summary>What entries carry as their source.</summary>
    public string Name { get; }

    /// <exception cref="ImportRefused">There is no such file, or no profile fits it.</exception>
    public static ListFile Open(ImportRequest request, Gazetteer gazetteer, ListProfile? given = null)
    {
        var isFolder = Directory.Exists(request.Path);
        if (!isFolder && !File.Exists(request.Path)) throw new ImportRefused("no_file", ("file", request.Path));
        var path = isFolder ? Package.Folder(request.Path) : request.Path;
        try
        {
            var kind = FileKind.Of(path);
            if (!isFolder && new FileInfo(path).Length > (kind is FileKind.Csv or FileKind.Xlsx ? LargestFile : LargestOther)) throw new ImportRefused("too_large", ("file", Path.GetFileName(path)));
            var profile = given ?? (request.Profile is { } named ? ListProfile.Load(named) : Guess(path, kind));
            var name = request.List ?? profile.List ?? Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Path));
            IDraftSource source = kind is FileKind.HsdsJson or FileKind.HsdsFolder ? new HsdsSource(path, kind, name, profile) : new FlatSource(Reader(path, kind, profile, given is null ? null : ImportBounds.MostUnpacked), profile, OverlayOf(path, kind, profile));
            return new(path, profile, request.Profile is null && given is null, source, name);
        }
        catch (BrokenFile broken)
        {
            throw new ImportRefused(broken.Key, ("row", broken.At), ("file", Path.GetFileName(path)));
        }
    }

    /// <summary>What was checked in the first reading must be what is stored in the second.</summary>
    /// <exception cref="ImportRefused">Somebody wrote to the file in between.</exception>
    public void RefuseIfChanged()
    {
        if (Look(_path) != _seen) throw new ImportRefused("changed_meanwhile", ("file", Path.GetFileName(_path)));
    }

    private static (long, DateTime) Look(string path) =>
        File.Exists(path) ? (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path)) : (0, Directory.GetLastWriteTimeUtc(path));

    public string Hash(CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var file in Directory.Exists(_path) ? [.. Directory.GetFiles(_path).Order(StringComparer.Ordinal)] : new[] { _path })
        {
            using var stream = File.OpenRead(file);
            while (stream.Read(buffer) is var read and > 0)
            {
                stop.ThrowIfCancellationRequested();
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Overlay? OverlayOf(string path, string kind, ListProfile profile) =>
        profile.Overlay is { } file && Overlay.Beside(path, file) is { } beside ? new(Reader(beside, kind, profile), file, profile.Key) : null;

    private static IRecordReader Reader(string path, string kind, ListProfile profile, long? most = null) => (kind, profile.Format) switch
    {
        (FileKind.Csv, Formats.Table or Formats.Gazetteer) => new CsvReading(path),
        (FileKind.Xlsx, Formats.Table or Formats.Gazetteer) => most is { } bytes ? new XlsxReading(path, bytes) : new XlsxReading(path),
        (FileKind.GeoJson, Formats.GeoJson) => new GeoJsonReading(path),
        (FileKind.Kml, Formats.Kml) => new KmlReading(path),
        (FileKind.Script, Formats.Script) => new ScriptLiteral(path),
        _ => throw new ImportRefused("other_format", ("profile", profile.Name), ("format", profile.Format), ("file", kind)),
    };

    /// <summary>The first rows as they stand; nothing of a package, whose columns nobody has to name.</summary>
    /// <exception cref="ImportRefused">The file cannot be read.</exception>
    public static IReadOnlyList<SourceRecord> Sample(string path, string kind, int rows, CancellationToken stop)
    {
        try
        {
            return kind switch
            {
                FileKind.Csv => [.. new CsvReading(path).Read(stop).Take(rows)],
                FileKind.Xlsx => [.. new XlsxReading(path, ImportBounds.MostUnpacked).Read(stop).Take(rows)],
                FileKind.GeoJson => [.. new GeoJsonReading(path).Read(stop).Take(rows)],
                FileKind.Kml => [.. new KmlReading(path).Read(stop).Take(rows)],
                _ => [],
            };
        }
        catch (BrokenFile broken)
        {
            throw new ImportRefused(broken.Key, ("row", broken.At), ("file", Path.GetFileName(path)));
        }
    }

    /// <summary>The profile that the file itself speaks for.</summary>
    /// <exception cref="ImportRefused">None does, or the file cannot be read.</exception>
    public static ListProfile GuessFor(string path, string kind)
    {
        try
        {
            return Guess(path, kind);
        }
        catch (BrokenFile broken)
        {
            throw new ImportRefused(broken.Key, ("row", broken.At), ("file", Path.GetFileName(path)));
        }
    }

    private static ListProfile Guess(string path, string kind)
    {
        if (kind is FileKind.HsdsJson) return ListProfile.Load("hsds-3");
        if (kind is FileKind.HsdsFolder) return ListProfile.Load(Package.IsThree(path) ? "hsds-3" : "hsds-1");
        var reading = kind switch
        {
            FileKind.Csv => (IRecordReader)new CsvReading(path), FileKind.Xlsx => new XlsxReading(path), FileKind.GeoJson => new GeoJsonReading(path),
            FileKind.Kml => new KmlReading(path), _ => new ScriptLiteral(path),
        };
        var columns = reading.Read(CancellationToken.None).Take(20).SelectMany(r => r.Fields.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var format = kind switch { FileKind.GeoJson => Formats.GeoJson, FileKind.Kml => Formats.Kml, FileKind.Script => Formats.Script, _ => Formats.Table };
        var fitting = ListProfile.Shipped.Select(ListProfile.Load)
            .Where(p => (p.Format == format || (p.Format == Formats.Gazetteer && format == Formats.Table)) && p.Recognise.Count > 0 && p.Recognise.All(columns.Contains)).MaxBy(p => p.Recognise.Count);
        return fitting ?? format switch
        {
            Formats.GeoJson => ListProfile.Load("geojson"), Formats.Kml => ListProfile.Load("kml"), Formats.Table => ListProfile.Load("plain"),
            _ => throw new ImportRefused("no_profile_fits", ("file", Path.GetFileName(path))),
        };
    }
}
