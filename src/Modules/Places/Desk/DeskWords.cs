using Amparo.Contracts;
using Amparo.Contracts.Places;

namespace Amparo.Places.Desk;

internal static class DeskWords
{
    public static string Tint(string state) => state switch
    {
        PlaceStates.Withdrawn or PlaceStates.Stale or PlaceStates.Doubtful => "bad",
        PlaceStates.Queued or PlaceStates.Due => "wait",
        _ => "",
    };

    public static string AssuredBy(Words w, string? by) => by == Assurers.PlaceItself ? w["public.show.itself"] : by ?? "—";

    public static string Country(Words w, string code) => RegionCountries.All.Contains(code) ? w["public.country." + code] : code;
}
