using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Editing.Where;

/// <summary>Something odd about a typed point, in words, and where it was probably meant.</summary>
/// <param name="Key">The end of the key of its sentence.</param>
internal sealed record PointDoubt(string Key, string Country, string Area, GeoPoint? Meant);

/// <summary>Address and point as they are typed.</summary>
internal class PointForm
{
    public const int LongestAddress = 300;

    // What a person who looked at a map may insist on; the others are no places in that country at all.
    private static readonly HashSet<string> MayInsist = [CoordinateSanity.DmsSlip, CoordinateSanity.OutsideAdmin1, CoordinateSanity.TooCoarse];

    public string? Address { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }

    /// <summary>"I looked at a map: it is there."</summary>
    public bool Sure { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Latitude) && string.IsNullOrWhiteSpace(Longitude);

    internal GeoPoint? Point => Readings.Degrees(Latitude ?? "") is { } north && Readings.Degrees(Longitude ?? "") is { } east ? new(north, east) : null;

    internal void Fill(Whereabouts at)
    {
        Address = at.Address;
        if (at is { Latitude: { } north, Longitude: { } east }) Put(new(north, east));
    }

    internal void Put(GeoPoint point) => (Latitude, Longitude) = (Maps.MapFrame.Degrees(point.Latitude), Maps.MapFrame.Degrees(point.Longitude));

    /// <summary>A step such as <c>at:14.9,-92.26</c>: put the point there.</summary>
    internal bool Take(string step)
    {
        if (!step.StartsWith("at:", StringComparison.Ordinal) || step[3..].Split(',') is not [var north, var east]) return false;
        if (Readings.Degrees(north) is { } y && Readings.Degrees(east) is { } x) Put(new(y, x));
        return true;
    }

    /// <summary>What keeps the point from being saved, by field; what is odd about it goes into <paramref name="doubts"/>, with the point that was meant.</summary>
    internal IEnumerable<(string Field, string Key)> Mistakes(IGeography geography, string country, string? area, List<PointDoubt> doubts)
    {
        if (Address?.Length > LongestAddress) yield return ("Address", "places.desk.point.wrong_address");
        if (IsEmpty) yield break;
        if (Point is not { } point)
        {
            yield return (Readings.Degrees(Latitude ?? "") is null ? "Latitude" : "Longitude", "places.desk.point.unreadable");
            yield break;
        }
        foreach (var odd in geography.Check(point, country, area, swappedPossible: true).Where(f => f.Key != CoordinateSanity.Admin1Unknown))
        {
            doubts.Add(new(odd.Key, country, odd.Values.GetValueOrDefault("voted_name") ?? "", odd.Proposed));
            if (!(Sure && MayInsist.Contains(odd.Key))) yield return ("Latitude", "places.desk.point.odd");
        }
    }

    /// <summary>The point; the address is a text, and may wait.</summary>
    internal void Into(Whereabouts at)
    {
        (at.Latitude, at.Longitude) = Point is { } point ? (point.Latitude, point.Longitude) : default((double?, double?));
    }
}
