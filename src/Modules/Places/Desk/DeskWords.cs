using Amparo.Contracts;

namespace Amparo.Places.Desk;

internal static class DeskWords
{
    public static string Tint(string state) => state switch
    {
        PlaceStates.Withdrawn or PlaceStates.Stale or PlaceStates.Doubtful => "bad",
        PlaceStates.Queued or PlaceStates.Due => "wait",
        _ => "",
    };

    public static string Country(Words w, string code) => RegionCountries.All.Contains(code) ? w["public.country." + code] : code;
}
