using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Exact addresses of places where people sleep or hide hold for seven days on a machine that is not the server's: one of them
/// may have become secret since, and nobody could tell it.
/// </summary>
public static class Coarser
{
    public static readonly TimeSpan Holds = TimeSpan.FromDays(7);

    private static readonly string[] Kinds =
        [PlaceKinds.Shelter, PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.ChildProtection, PlaceKinds.CareAfterSexualViolence];

    /// <summary>Whether exact addresses may still be said at this moment.</summary>
    /// <param name="surely">When it was last sure that this edition is the newest.</param>
    public static bool IsDue(DateTimeOffset surely, DateTimeOffset now) => now - surely >= Holds || now < surely - TimeSpan.FromDays(1);

    /// <summary>The entry with its town and telephone, and without the way to its door.</summary>
    public static PublicPlace Without(PublicPlace place)
    {
        if (place.Disclosure != Disclosures.Exact || !(Kinds.Contains(place.Kind) || place.Profile.Services.Any(s => Kinds.Contains(s.Kind)))) return place;
        var cell = place is { Latitude: { } latitude, Longitude: { } longitude } ? Cell.Of(new(latitude, longitude)).Centre : (GeoPoint?)null;
        return place with { Disclosure = Disclosures.Area, Address = null, AreaName = null, Latitude = cell?.Latitude, Longitude = cell?.Longitude, Profile = place.Profile with { GettingThere = null } };
    }
}
