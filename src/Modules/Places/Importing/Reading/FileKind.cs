using System.Text;
using System.Text.Json;

namespace Amparo.Places.Importing;

/// <summary>What a file is by what stands in it; its name may say anything.</summary>
internal static class FileKind
{
    public const string Csv = "csv", Xlsx = "xlsx", GeoJson = "geojson", Kml = "kml", Script = "script", HsdsJson = "hsds-json", HsdsFolder = "hsds-folder";

    private static readonly string[] GeometryTypes = ["Feature", "FeatureCollection", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    public static string Of(string path)
    {
        if (Directory.Exists(path)) return HsdsFolder;
        using var file = File.OpenRead(path);
        var start = new byte[8192];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan(0, read).StartsWith("PK\x03\x04"u8)) return Xlsx;
        if (start.AsSpan(0, read).StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })) throw new BrokenFile("old_excel", "1");
        var text = Text(start.AsSpan(0, read)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('<')) return Kml;
        if (text.StartsWith('{') || text.StartsWith('[')) return JsonKind(file);
        return IsScript(text) ? Script : Csv;
    }

    private static string Text(ReadOnlySpan<byte> start) =>
        start.StartsWith(new byte[] { 0xFF, 0xFE }) ? Encoding.Unicode.GetString(start) : start.StartsWith(new byte[] { 0xFE, 0xFF }) ? Encoding.BigEndianUnicode.GetString(start) : Encoding.UTF8.GetString(start);

    private static readonly string[] ScriptStarts = ["export default", "module.exports", "const ", "let ", "var "];

    private static bool IsScript(string text) =>
        ScriptStarts.Any(w => text.StartsWith(w, StringComparison.Ordinal))
        || ((text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal)) && text.Contains("export default", StringComparison.Ordinal));

    // The first object tells: GeoJSON has a geometry's type, HSDS has not. What cannot be read at all is left to the reader, which says where it breaks.
    private static string JsonKind(FileStream file)
    {
        file.Position = 0;
        using var document = Json.Read(file);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0) root = root[0];
        if (root.ValueKind != JsonValueKind.Object) return GeoJson;
        if (root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && GeometryTypes.Contains(type.GetString())) return GeoJson;
        return HsdsNames.Any(n => root.TryGetProperty(n, out _)) && !root.TryGetProperty("geometry", out _) && !root.TryGetProperty("coordinates", out _) && !root.TryGetProperty("features", out _) ? HsdsJson : GeoJson;
    }

    private static readonly string[] HsdsNames = ["contents", "id", "services", "organization", "location", "service"];
}

/// <summary>JSON files, with the line where they break.</summary>
internal static class Json
{
    /// <exception cref="BrokenFile">It is no JSON, or ends before its end.</exception>
    public static JsonDocument Read(Stream file)
    {
        try
        {
            return JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow });
        }
        catch (JsonException e)
        {
            throw new BrokenFile("bad_json", ((e.LineNumber ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), e);
        }
    }

    public static JsonDocument Read(string path)
    {
        using var file = File.OpenRead(path);
        return Read(file);
    }
}
