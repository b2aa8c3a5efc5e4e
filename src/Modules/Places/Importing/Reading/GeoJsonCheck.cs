using System.Text.Json;

namespace Amparo.Places.Importing;

/// <summary>What RFC 7946 asks of an object; null where nothing is wrong.</summary>
internal static class GeoJsonCheck
{
    private static readonly Dictionary<string, int> Depths = new() { ["Point"] = 0, ["MultiPoint"] = 1, ["LineString"] = 1, ["MultiLineString"] = 2, ["Polygon"] = 2, ["MultiPolygon"] = 3 };

    public static string? Problem(JsonElement root) => TypeOf(root) switch
    {
        "FeatureCollection" => root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
            ? Box(root) ?? features.EnumerateArray().Select(Feature).FirstOrDefault(p => p is not null) : "features",
        "Feature" => Feature(root),
        _ => Geometry(root),
    };

    public static string? Feature(JsonElement feature)
    {
        if (TypeOf(feature) != "Feature") return "type";
        if (feature.TryGetProperty("id", out var id) && id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return "id";
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) return "properties";
        if (!feature.TryGetProperty("geometry", out var geometry)) return "geometry";
        return Box(feature) ?? (geometry.ValueKind == JsonValueKind.Null ? null : Geometry(geometry));
    }

    public static string? Geometry(JsonElement geometry)
    {
        var type = TypeOf(geometry);
        if (type == "GeometryCollection")
            return geometry.TryGetProperty("geometries", out var inner) && inner.ValueKind == JsonValueKind.Array ? Box(geometry) ?? inner.EnumerateArray().Select(Geometry).FirstOrDefault(p => p is not null) : "geometries";
        if (type is null || !Depths.TryGetValue(type, out var depth)) return "type";
        if (!geometry.TryGetProperty("coordinates", out var coordinates)) return "coordinates";
        return Box(geometry) ?? (IsNested(coordinates, depth) && IsShaped(coordinates, type) ? null : "coordinates");
    }

    private static bool IsNested(JsonElement coordinates, int depth)
    {
        if (coordinates.ValueKind != JsonValueKind.Array) return false;
        if (depth > 0) return coordinates.EnumerateArray().All(inner => IsNested(inner, depth - 1));
        return coordinates.GetArrayLength() is >= 2 && coordinates.EnumerateArray().All(IsNumber);
    }

    private static bool IsShaped(JsonElement coordinates, string type) => type switch
    {
        "LineString" => coordinates.GetArrayLength() >= 2,
        "MultiLineString" => coordinates.EnumerateArray().All(line => line.GetArrayLength() >= 2),
        "Polygon" => coordinates.EnumerateArray().All(IsRing),
        "MultiPolygon" => coordinates.EnumerateArray().All(polygon => polygon.EnumerateArray().All(IsRing)),
        _ => true,
    };

    private static bool IsRing(JsonElement ring) => ring.GetArrayLength() >= 4
        && ring[0].EnumerateArray().Select(n => n.GetDouble()).SequenceEqual(ring[ring.GetArrayLength() - 1].EnumerateArray().Select(n => n.GetDouble()));

    private static string? Box(JsonElement element) => !element.TryGetProperty("bbox", out var box)
        || (box.ValueKind == JsonValueKind.Array && box.GetArrayLength() is >= 4 and var n && n % 2 == 0 && box.EnumerateArray().All(IsNumber)) ? null : "bbox";

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number);

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
}
