using System.Globalization;
using System.Text.Json;

namespace Amparo.Places.Importing;

/// <summary>Features of GeoJSON (RFC 7946), also as a bare array. A feature that is invalid is kept aside; a text that is no GeoJSON at all is refused.</summary>
internal sealed class GeoJsonReading(string path) : IRecordReader
{
    public const string Latitude = "$latitude", Longitude = "$longitude";

    public string ReadAs => "GeoJSON";

    public IEnumerable<SourceRecord> Read(CancellationToken stop)
    {
        using var document = Json.Read(path);
        var number = 0;
        foreach (var feature in Features(document.RootElement))
        {
            stop.ThrowIfCancellationRequested();
            yield return Record(feature, ++number);
        }
    }

    private static IEnumerable<JsonElement> Features(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root.EnumerateArray();
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) throw new BrokenFile("no_geojson", "1");
        if (type.ValueEquals("Feature")) return [root];
        if (type.ValueEquals("FeatureCollection") && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array) return features.EnumerateArray();
        return GeoJsonCheck.Geometry(root) is { } problem ? throw new BrokenFile("no_geojson", problem) : [];
    }

    private static SourceRecord Record(JsonElement feature, int number)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var findings = new List<Finding>();
        if (GeoJsonCheck.Feature(feature) is { } problem) findings.Add(new(Reasons.GeometryInvalid, problem));
        if (feature.ValueKind == JsonValueKind.Object)
        {
            if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object) Flatten("", properties, fields, 0);
            if (feature.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number) fields.TryAdd("id", id.ToString());
            if (findings.Count == 0 && feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object) Place(geometry, fields, findings);
        }
        return new($"feature {number.ToString(CultureInfo.InvariantCulture)}", fields) { Findings = findings };
    }

    private static void Place(JsonElement geometry, Dictionary<string, string> fields, List<Finding> findings)
    {
        var (type, coordinates) = (geometry.GetProperty("type").GetString(), geometry.TryGetProperty("coordinates", out var given) ? given : default);
        if (type == "MultiPoint" && coordinates.GetArrayLength() == 1) (type, coordinates) = ("Point", coordinates[0]);
        if (type == "Point") (fields[Longitude], fields[Latitude]) = (coordinates[0].GetRawText(), coordinates[1].GetRawText());
        else findings.Add(new(Reasons.GeometryNotPoint, "geometry", type));
    }

    /// <summary>Properties as columns: lists are joined by <c>|</c>, an object of marks (<c>{"Open": true}</c>) is the list of what is marked.</summary>
    public static void Flatten(string prefix, JsonElement properties, Dictionary<string, string> fields, int depth)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (fields.Count >= 4 * CsvReading.MaxColumns) return;
            var name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && !AreMarks(property.Value) && depth < 4) Flatten(name + ".", property.Value, fields, depth + 1);
            else fields[name] = Text(property.Value);
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Text).Where(t => t.Length > 0)),
        JsonValueKind.Object when AreMarks(value) => string.Join('|', value.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.False).Select(p => p.Name)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static bool AreMarks(JsonElement value) => value.EnumerateObject().Any() && value.EnumerateObject().All(p => p.Value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number);
}
