using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Amparo.Places.Importing;

/// <summary>Placemarks of KML. Links to other files are not followed; a document type, with which files are smuggled in, is refused.</summary>
internal sealed class KmlReading(string path) : IRecordReader
{
    private const long Largest = 200L << 20;

    public string ReadAs => "KML";

    public IEnumerable<SourceRecord> Read(CancellationToken stop)
    {
        using var file = File.OpenRead(path);
        using var xml = SafeXml.Open(file, Largest, Path.GetFileName(path));
        var number = 0;
        var any = false;
        while (Next(xml))
        {
            if (!any && xml.NodeType == XmlNodeType.Element)
            {
                any = true;
                if (xml.LocalName is not ("kml" or "Document" or "Folder" or "Placemark")) throw new BrokenFile("no_kml", xml.LocalName);
            }
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Placemark")
            {
                stop.ThrowIfCancellationRequested();
                yield return Record(Element(xml), ++number);
            }
        }
        if (!any) throw new BrokenFile("no_kml", "1");
    }

    /// <summary>The shape of a placemark; null where it has none that can be read.</summary>
    public static KmlShape? ShapeOf(XElement placemark) => KmlShape.In(placemark);

    private static SourceRecord Record(XElement placemark, int number)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var findings = new List<Finding>();
        foreach (var element in placemark.Elements().Where(e => !e.HasElements && e.Value.Trim().Length > 0)) fields.TryAdd(element.Name.LocalName, element.Value.Trim());
        foreach (var data in placemark.Descendants().Where(e => e.Name.LocalName is "Data" or "SimpleData"))
            if (data.Attribute("name")?.Value is { Length: > 0 } name && fields.Count < CsvReading.MaxColumns)
                fields[name] = (data.Elements().FirstOrDefault(e => e.Name.LocalName == "value") ?? data).Value.Trim();
        if (placemark.Attribute("id")?.Value is { Length: > 0 } id) fields.TryAdd("@id", id);
        if (placemark.Elements().FirstOrDefault(e => e.Name.LocalName == "TimeSpan")?.Elements().FirstOrDefault(e => e.Name.LocalName == "end")?.Value is { Length: > 0 } end) fields["$end"] = end.Trim();
        if (KmlShape.In(placemark) is { } shape)
        {
            if (shape.OnlyPoint is { } point)
                (fields[GeoJsonReading.Latitude], fields[GeoJsonReading.Longitude]) = (point.Latitude.ToString("R", CultureInfo.InvariantCulture), point.Longitude.ToString("R", CultureInfo.InvariantCulture));
            else findings.Add(new(Reasons.GeometryNotPoint, "geometry", shape.Type));
        }
        return new($"Placemark {number.ToString(CultureInfo.InvariantCulture)}", fields) { Findings = findings };
    }

    private static bool Next(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException e)
        {
            throw SafeXml.Broken(e);
        }
    }

    private static XElement Element(XmlReader xml)
    {
        try
        {
            return (XElement)XNode.ReadFrom(xml);
        }
        catch (XmlException e)
        {
            throw SafeXml.Broken(e);
        }
    }
}

/// <summary>A geometry of KML in the words of GeoJSON: a collection has parts, the others have points.</summary>
internal sealed record KmlShape(string Type, IReadOnlyList<GeoPoint> Points, IReadOnlyList<KmlShape> Parts)
{
    public GeoPoint? OnlyPoint => Type == "Point" ? Points[0] : Parts is [var only] ? only.OnlyPoint : null;

    public static KmlShape? In(XElement parent)
    {
        var shapes = parent.Elements().SelectMany(Of).ToList();
        return shapes.Count switch { 0 => null, 1 => shapes[0], _ => new("GeometryCollection", [], shapes) };
    }

    private static IEnumerable<KmlShape> Of(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "Point" when Coordinates(element) is { Count: > 0 } points: return [new("Point", [points[0]], [])];
            case "LineString" or "LinearRing" when Coordinates(element) is { Count: > 1 } points: return [new("LineString", points, [])];
            case "Polygon" when Rings(element) is { Count: > 0 } rings: return [new("Polygon", rings[0], [.. rings.Skip(1).Select(r => new KmlShape("LineString", r, []))])];
            case "Track" when Track(element) is { Count: > 1 } points: return [new("LineString", points, [])];
            case "Track" when Track(element) is { Count: 1 } points: return [new("Point", points, [])];
            case "MultiGeometry" or "MultiTrack" or "MultiPoint" or "MultiLineString" or "MultiPolygon" when In(element) is { } inner: return inner.Type == "GeometryCollection" ? inner.Parts : [inner];
            default: return [];
        }
    }

    private static List<List<GeoPoint>> Rings(XElement polygon) =>
        [.. polygon.Descendants().Where(e => e.Name.LocalName == "LinearRing").Select(Coordinates).Where(r => r.Count > 0)];

    private static List<GeoPoint> Coordinates(XElement shape) =>
        [.. (shape.Elements().FirstOrDefault(e => e.Name.LocalName == "coordinates")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(c => Point(c.Split(','))).OfType<GeoPoint>()];

    private static List<GeoPoint> Track(XElement track) =>
        [.. track.Elements().Where(e => e.Name.LocalName == "coord").Select(c => Point(c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).OfType<GeoPoint>()];

    private static GeoPoint? Point(string[] numbers) =>
        numbers.Length >= 2 && Number(numbers[1]) is { } north && Number(numbers[0]) is { } east ? new(north, east) : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
