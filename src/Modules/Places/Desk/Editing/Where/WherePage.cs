using Amparo.Contracts.Places;
using Amparo.Places.Desk.Maps;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Editing.Where;

/// <summary>What the two pages share that write where a place is: a point with its picture, and what is odd about it.</summary>
internal abstract class WherePage(Database db, string act, IGeography geography, Gazetteer gazetteer, CountryShapes shapes) : SectionPage(db, act), IPoint
{
    public override string Section => "where";

    /// <summary>The form, as far as it holds a point.</summary>
    public abstract PointForm Point { get; }

    public List<PointDoubt> Doubts { get; } = [];
    public PointMap? Map { get; protected set; }

    protected IGeography Geography => geography;
    protected Gazetteer Gazetteer => gazetteer;

    protected void Draw(GeoPoint? elsewhere) => Map = PointMap.Around(Point.Point, elsewhere, gazetteer, shapes);

    protected void CheckPoint(string country, string? area)
    {
        foreach (var (field, key) in Point.Mistakes(geography, country, area, Doubts)) Wrong[field] = key;
    }

    protected GeoPoint? AreaPoint => Place is { AreaLatitude: { } north, AreaLongitude: { } east } ? new GeoPoint(north, east) : null;

    /// <summary>The town by which the gazetteer knows the area of the entry. It is found from the area alone: a hidden point must not show through it.</summary>
    protected GazetteerPlace? TownOf(Place place) => AreaPoint is null && place.Locality is null ? null : geography.Town(place.Locality, AreaPoint, place.Country, place.Admin1);

    public bool IsExact => Place.Disclosure == Disclosures.Exact;
}
