using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Proposing;

/// <summary>
/// Where a place is, as far as its organisation may ask to change it: town and area always, address and point only while everybody may
/// know them. Of a place that hides, nothing finer than its area is ever in a proposal, which more people read than may know it.
/// </summary>
internal sealed record SaysWhere(string? Admin1, string? Admin1Name, string? Locality, string? AreaName, double? AreaLatitude, double? AreaLongitude, string TimeZone, string? Address, double? Latitude, double? Longitude)
{
    public static SaysWhere Of(Place place)
    {
        var area = new SaysWhere(place.Admin1, place.Admin1Name, place.Locality, place.AreaName, place.AreaLatitude, place.AreaLongitude, place.TimeZone, null, null, null);
        return place.Disclosure == Disclosures.Exact ? area with { Address = place.Whereabouts.Address, Latitude = place.Whereabouts.Latitude, Longitude = place.Whereabouts.Longitude } : area;
    }
}
