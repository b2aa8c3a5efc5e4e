using Amparo.Contracts.Places;

namespace Amparo.Places;

/// <summary>Settings under <c>Places</c>.</summary>
internal sealed class PlacesSettings
{
    private static readonly Dictionary<string, int> Days = new()
    {
        [PlaceKinds.Shelter] = 30, [PlaceKinds.Food] = 30, [PlaceKinds.Women] = 30, [PlaceKinds.Lgbti] = 30, [PlaceKinds.Water] = 30,
        [PlaceKinds.HygieneClothing] = 30, [PlaceKinds.Connectivity] = 60, [PlaceKinds.Transport] = 60, [PlaceKinds.Hub] = 60, [PlaceKinds.ReturnReception] = 60,
        [PlaceKinds.Health] = 180, [PlaceKinds.Consular] = 180,
    };

    /// <summary>Days after which half of what is said of a place of this kind may be wrong; 90 where nothing is set.</summary>
    public Dictionary<string, int> HalfLifeDays { get; init; } = [];

    /// <summary>Who made sure of an entry, as readers see it, where the person acts for no organisation: an office, never a person.</summary>
    public string OfficeName { get; init; } = "Oficina regional";

    /// <summary>The same by country, where each has an office of its own name: ISO 3166-1 alpha-2 in capital letters. What is not named here is <see cref="OfficeName"/>.</summary>
    public Dictionary<string, string> OfficeNames { get; init; } = [];

    /// <param name="country">Of the entry.</param>
    public string OfficeOf(string country) => OfficeNames.TryGetValue(country, out var name) && !string.IsNullOrWhiteSpace(name) ? name : OfficeName;

    public TimeSpan HalfLifeOf(string kind) =>
        TimeSpan.FromDays(HalfLifeDays.TryGetValue(kind, out var set) ? set : Days.GetValueOrDefault(kind, 90));
}
