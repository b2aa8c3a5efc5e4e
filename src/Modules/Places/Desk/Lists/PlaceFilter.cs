using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Maps;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Lists;

/// <summary>What a list of entries is asked for, all of it in the address: a link brings a colleague to the same rows.</summary>
internal sealed class PlaceFilter(string? q, string? country, string? kind, string? state, string? sort, string? cell = null)
{
    public const string ByName = "name", ByAssurance = "assured", ByChange = "changed";
    public static IReadOnlyList<string> Sorts { get; } = [ByName, ByAssurance, ByChange];
    private const int LongestSearch = 100;

    public string? Search { get; } = q?.Trim() is { Length: > 0 and <= LongestSearch } said ? said : null;
    public string? Country { get; } = RegionCountries.All.Contains(country) ? country : null;
    public string? Kind { get; } = PlaceKinds.All.Contains(kind) ? kind : null;
    public string? State { get; } = PlaceStates.All.Contains(state) ? state : null;
    public string Sort { get; } = Sorts.Contains(sort) ? sort! : ByName;

    /// <summary>A square of the desk's map.</summary>
    public MapCell? Cell { get; } = MapCell.Read(cell);

    public bool IsEmpty => (Search ?? Country ?? Kind ?? State) is null && Cell is null;

    public IQueryable<Place> Of(IQueryable<Place> places, PlacesSettings settings, DateTimeOffset now)
    {
        places = Matching(places, settings, now);
        return Sort switch
        {
            ByAssurance => places.OrderBy(p => p.AssuredAt).ThenBy(p => p.Id),
            ByChange => places.OrderByDescending(p => p.ChangedAt).ThenByDescending(p => p.Id),
            _ => places.OrderBy(p => p.NameKey).ThenBy(p => p.Id),
        };
    }

    /// <summary>The same rows in no order.</summary>
    public IQueryable<Place> Matching(IQueryable<Place> places, PlacesSettings settings, DateTimeOffset now)
    {
        if (Search is { } said)
        {
            var key = FoldedText.Fold(said);
            places = places.Where(p => p.NameKey.Contains(key));
        }
        if (Country is { } c) places = places.Where(p => p.Country == c);
        if (Kind is { } k) places = places.Where(p => p.Kind == k);
        if (Cell is { } square) places = places.In(square);
        return places.InState(State, settings, now);
    }

    /// <summary>The same question in an address, with another order or page.</summary>
    public string Link(string path, string? sort = null, int number = 1, (string Name, string Value)? more = null)
    {
        var parts = new[] { ("q", Search), ("country", Country), ("kind", Kind), ("state", State), ("cell", Cell?.ToString()), ("sort", (sort ?? Sort) is ByName ? null : sort ?? Sort), ("page", number > 1 ? $"{number}" : null), (more?.Name ?? "", more?.Value) };
        var query = string.Join('&', parts.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
