using System.Text.Json;

namespace Amparo.Tests.Public.Feeds;

/// <summary>A reader of RFC 7946 of its own, which knows nothing of what wrote the file.</summary>
internal static class GeoJsonRules
{
    private static readonly Dictionary<string, int> Depths = new() { ["Point"] = 0, ["MultiPoint"] = 1, ["LineString"] = 1, ["MultiLineString"] = 2, ["Polygon"] = 2, ["MultiPolygon"] = 3 };

    public static bool IsValid(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return false;
        if (value.TryGetProperty("bbox", out var box) && !(box.ValueKind == JsonValueKind.Array && box.GetArrayLength() is 4 or 6 && box.EnumerateArray().All(IsNumber))) return false;
        return type.GetString() switch
        {
            "FeatureCollection" => Items(value, "features", f => f.TryGetProperty("type", out var t) && t.GetString() == "Feature" && IsValid(f)),
            "Feature" => IsFeature(value),
            "GeometryCollection" => Items(value, "geometries", IsGeometry),
            { } name when Depths.TryGetValue(name, out var depth) => value.TryGetProperty("coordinates", out var at) && Positions(at, depth, name),
            _ => false,
        };
    }

    private static bool IsFeature(JsonElement value) =>
        value.TryGetProperty("geometry", out var geometry) && (geometry.ValueKind == JsonValueKind.Null || IsGeometry(geometry))
        && value.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object or JsonValueKind.Null
        && (!value.TryGetProperty("id", out var id) || id.ValueKind is JsonValueKind.String or JsonValueKind.Number);

    private static bool IsGeometry(JsonElement value) =>
        IsValid(value) && value.GetProperty("type").GetString() is { } type && (Depths.ContainsKey(type) || type == "GeometryCollection");

    private static bool Items(JsonElement value, string name, Func<JsonElement, bool> each) =>
        value.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array && items.EnumerateArray().All(each);

    private static bool Positions(JsonElement at, int depth, string type)
    {
        if (at.ValueKind != JsonValueKind.Array) return false;
        // The schema lets a point or a polygon be empty only where it says so with an empty array of rings.
        if (depth == 0) return at.GetArrayLength() >= 2 && at.EnumerateArray().All(IsNumber);
        if (type == "LineString" && at.GetArrayLength() < 2) return false;
        return at.EnumerateArray().All(a => Positions(a, depth - 1, type == "MultiLineString" ? "LineString" : ""));
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;
}

public sealed class GeoJsonRulesTests
{
    [SharedDataTheory]
    [InlineData("valid", 30, true)]
    [InlineData("invalid", 36, false)]
    public void The_reader_agrees_with_known_files(string folder, int count, bool valid)
    {
        var files = Directory.GetFiles(SharedData.PathOf($"conformance/geojson-schema/test/fixtures/{folder}"), "*.json", SearchOption.AllDirectories);
        Assert.Equal(count, files.Length);
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Assert.True(GeoJsonRules.IsValid(json.RootElement) == valid, file);
        }
    }
}
