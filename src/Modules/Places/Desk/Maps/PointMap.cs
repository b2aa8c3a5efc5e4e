namespace Amparo.Places.Desk.Maps;

/// <summary>The surroundings of one point: land, towns with their names, and the point itself where there is one.</summary>
internal sealed record PointMap(MapFrame Frame, IReadOnlyList<(string Country, string Path)> Land, IReadOnlyList<GazetteerPlace> Towns, GeoPoint? Point)
{
    private const double Kilometres = 20, Apart = 15;
    private const int MostTowns = 24;

    public static PointMap? Around(GeoPoint? point, GeoPoint? elsewhere, Gazetteer gazetteer, CountryShapes shapes)
    {
        var shown = point is { IsValid: true } ? point : null;
        if ((shown ?? elsewhere) is not { IsValid: true } centre) return null;
        var frame = MapFrame.Around(centre, Kilometres);
        var towns = new List<GazetteerPlace>();
        // Known towns first; a name that would lie upon another is left out.
        foreach (var town in gazetteer.Within(centre, Kilometres * 2).Select(n => n.Place).Where(t => frame.Holds(t.Point)).OrderByDescending(t => t.Prominence))
        {
            if (towns.Count < MostTowns && !towns.Exists(t => Math.Abs(frame.Y(t.Point.Latitude) - frame.Y(town.Point.Latitude)) < Apart && Math.Abs(frame.X(t.Point.Longitude) - frame.X(town.Point.Longitude)) < 120)) towns.Add(town);
        }
        return new(frame, MapLand.Of(shapes, frame), towns, shown);
    }
}
