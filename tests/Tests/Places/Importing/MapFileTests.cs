using System.Text.Json;
using System.Xml.Linq;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

public sealed class MapFileTests
{
    [SharedDataFact]
    public void Each_valid_GeoJSON_of_the_conformance_suite_is_accepted_and_each_invalid_one_refused()
    {
        Assert.Equal([], Judged("valid").Where(f => f.Problem is not null).Select(f => f.Name));
        Assert.Equal(30, Judged("valid").Count);
        Assert.Equal([], Judged("invalid").Where(f => f.Problem is null).Select(f => f.Name));
        Assert.Equal(36, Judged("invalid").Count);
    }

    [SharedDataTheory]
    [InlineData("point.kml", "Point", 1)]
    [InlineData("point_id.kml", "Point", 1)]
    [InlineData("cdata.kml", "Point", 1)]
    [InlineData("noname.kml", "LineString", 11)]
    [InlineData("extended_data.kml", "Point", 1)]
    [InlineData("timespan.kml", "Polygon", 3)]
    [InlineData("linestring.kml", "LineString", 2)]
    [InlineData("polygon.kml", "Polygon", 1)]
    [InlineData("multigeometry.kml", "GeometryCollection", 1)]
    public void A_placemark_has_the_geometry_of_its_file(string file, string type, int atLeast)
    {
        var shape = XDocument.Load(SharedData.PathOf($"conformance/togeojson/test/data/{file}")).Descendants().Where(e => e.Name.LocalName == "Placemark").Select(KmlReading.ShapeOf).First(s => s is not null)!;
        Assert.Equal(type, shape.Type);
        Assert.True(Math.Max(shape.Points.Count, shape.Parts.Count) >= atLeast);
        Assert.All(shape.Points, p => Assert.True(p.IsValid));
    }

    [SharedDataFact]
    public void Every_map_of_the_suite_is_read_to_its_end_or_refused_in_words()
    {
        foreach (var file in Directory.GetFiles(SharedData.PathOf("conformance/togeojson/test/data"), "*.kml"))
        {
            var problem = Record.Exception(() => new KmlReading(file).Read(CancellationToken.None).ToList());
            Assert.True(problem is null or BrokenFile, $"{Path.GetFileName(file)}: {problem}");
        }
    }

    [SharedDataFact]
    public void No_map_file_makes_the_reader_of_features_fall_over()
    {
        foreach (var file in Directory.GetFiles(SharedData.PathOf("conformance/geojson-schema"), "*.json", SearchOption.AllDirectories))
        {
            var problem = Record.Exception(() => new GeoJsonReading(file).Read(CancellationToken.None).ToList());
            Assert.True(problem is null or BrokenFile, $"{file}: {problem}");
        }
    }

    private static List<(string Name, string? Problem)> Judged(string folder) =>
        [.. Directory.GetFiles(SharedData.PathOf($"conformance/geojson-schema/test/fixtures/{folder}"), "*.json", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(SharedData.Root, f), GeoJsonCheck.Problem(JsonDocument.Parse(File.ReadAllText(f)).RootElement)))];
}
