namespace Amparo.Places.Importing;

/// <summary>What an import asks of the map.</summary>
internal interface IGeography
{
    /// <summary>What is odd about a point; each with the point that was probably meant.</summary>
    IReadOnlyList<CoordinateFinding> Check(GeoPoint point, string country, string? admin1Name, bool swappedPossible);

    /// <summary>The first-level area of that name; null where the country has none.</summary>
    string? Admin1Code(string name, string country);

    /// <summary>The town that stands for a place whose point may not be shown: the named one, else the nearest.</summary>
    GazetteerPlace? Town(string? locality, GeoPoint? point, string country, string? admin1Code);

    string? ZoneAt(GeoPoint point, string country);
}

internal sealed class GazetteerGeography(Gazetteer gazetteer, CoordinateSanity sanity) : IGeography
{
    private const double SameTownKilometres = 40;

    public IReadOnlyList<CoordinateFinding> Check(GeoPoint point, string country, string? admin1Name, bool swappedPossible) => sanity.Check(point, country, admin1Name, swappedPossible);

    public string? Admin1Code(string name, string country) => gazetteer.Areas.CodeOf(name, country);

    public string? ZoneAt(GeoPoint point, string country) => gazetteer.ZoneAt(point, country);

    public GazetteerPlace? Town(string? locality, GeoPoint? point, string country, string? admin1Code)
    {
        var named = locality is null ? [] : gazetteer.Named(locality, country);
        if (point is not { } at) return named.FirstOrDefault(p => p.Admin1Code == admin1Code) ?? named.FirstOrDefault(p => admin1Code is null || named.Count == 1);
        return named.Where(p => p.Point.KilometresTo(at) < SameTownKilometres).MinBy(p => p.Point.KilometresTo(at)) ?? gazetteer.Nearest(at, 1, country).Select(n => n.Place).FirstOrDefault();
    }
}
