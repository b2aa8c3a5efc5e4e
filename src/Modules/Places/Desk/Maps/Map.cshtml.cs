using Amparo.Contracts;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Maps;

/// <summary>The rows of a list on a map that is drawn here. Hidden places lie at the point of their area, like everything that readers may not find.</summary>
[Requires(PlacesPermissions.View)]
internal sealed class MapModel(Database db, IOptions<PlacesSettings> settings, Gazetteer gazetteer, CountryShapes shapes) : ConsolePage
{
    public const string Path = "/console/places/map";

    public override string TitleKey => "places.desk.map.title";

    [FromQuery] public string? Q { get; set; }
    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public string? State { get; set; }

    /// <summary>The square that is looked at more closely.</summary>
    [FromQuery] public string? At { get; set; }

    public PlaceFilter Filter => new(Q, Country, Kind, State, null);
    public MapCell? Cell => MapCell.Read(At);
    public MapFrame Frame { get; private set; } = null!;
    public IReadOnlyList<(string Country, string Path)> Land { get; private set; } = [];
    public IReadOnlyList<(MapCluster Cluster, string Town)> Clusters { get; private set; } = [];

    /// <summary>How many of the rows are not on this map: without a point, or beyond its edge.</summary>
    public int Beyond { get; private set; }

    /// <summary>There are more rows than a map counts.</summary>
    public bool IsCut { get; private set; }
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.View) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.View);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Frame = Cell?.Frame ?? Around(Filter.Country is { } one ? [one] : Countries.Count > 0 ? Countries : RegionCountries.All);
        Land = MapLand.Of(shapes, Frame);
        var places = Filter.Matching(db.PlacesFor(Who, PlacesPermissions.View), settings.Value, Now).AsNoTracking();
        var (found, seen) = await places.Seen(Frame).Clusters(Frame, MapCell.LevelFor(Frame), stop);
        (Beyond, IsCut) = (Cell is null ? seen - found.Sum(c => c.Count) : 0, seen >= ShownPoints.MostCounted);
        Clusters = [.. found.Select(c => (c, TownNear(c.Middle)))];
    }

    public string Rows(MapCluster cluster) => new PlaceFilter(Q, Country, Kind, State, null, cluster.Cell.ToString()).Link(ListModel.Path);

    public string Closer(MapCell? cell)
    {
        var link = Filter.Link(Path);
        return cell is null ? link : $"{link}{(link.Contains('?') ? '&' : '?')}at={cell}";
    }

    /// <summary>Where its circle stands: at its middle, but within its square, so that circles of neighbours do not cover each other.</summary>
    public (double X, double Y, double Radius) CircleOf(MapCluster cluster)
    {
        const double Least = 28, Most = 32;
        var (cell, radius) = (cluster.Cell, Math.Min(Most, Least + Math.Log10(cluster.Count) * 1.5));
        double Within(double at, double from, double to) => to - from <= 2 * radius ? (from + to) / 2 : Math.Clamp(at, from + radius, to - radius);
        return (Within(Frame.X(cluster.Middle.Longitude), Frame.X(cell.Column * cell.Step), Frame.X((cell.Column + 1) * cell.Step)),
            Within(Frame.Y(cluster.Middle.Latitude), Frame.Y((cell.Row + 1) * cell.Step), Frame.Y(cell.Row * cell.Step)), radius);
    }

    private string TownNear(GeoPoint point) => gazetteer.Nearest(point, 1) is [var near] ? $"{near.Place.Name}, {near.Place.AreaSaid}" : "";

    private MapFrame Around(IReadOnlyList<string> countries)
    {
        var corners = countries.SelectMany(shapes.Outlines).SelectMany(r => r).ToList();
        if (corners.Count == 0) return new(-118, 7, -77, 33);
        // Islands far out at sea would make the land small: beyond these edges lies no place of the programme.
        return new(Math.Max(-118.5, corners.Min(c => c.Longitude)) - 0.2, Math.Max(6.9, corners.Min(c => c.Latitude)) - 0.2, corners.Max(c => c.Longitude) + 0.2, corners.Max(c => c.Latitude) + 0.2);
    }
}
