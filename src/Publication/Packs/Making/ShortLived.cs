using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Houses whose exact address is dangerous once it is old: where people sleep or hide. A phone forgets it after seven days.</summary>
public static class ShortLived
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly HashSet<string> Kinds =
    [
        PlaceKinds.Shelter, PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.ChildProtection, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.ReturnReception,
    ];

    public static bool Is(PublicPlace place) => place.Disclosure == Disclosures.Exact && (Kinds.Contains(place.Kind) || place.Profile.Services.Any(s => Kinds.Contains(s.Kind)));

    /// <summary>As it may last as long as the pack: the point is rounded to about a kilometre, and address and way are not there.</summary>
    public static PublicPlace Coarse(PublicPlace place) => !Is(place) ? place : place with
    {
        Address = null, Latitude = Rounded(place.Latitude), Longitude = Rounded(place.Longitude), Profile = place.Profile with { GettingThere = null },
    };

    private static double? Rounded(double? degrees) => degrees is { } d ? Math.Round(d, 2) : null;
}
