using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Lists;

/// <summary>Entries by name. The town tells two of the same name apart, except of a place that only officers know.</summary>
internal sealed class FindPlaces(Database db) : IFind
{
    public async Task<IReadOnlyList<Found>> For(CurrentUser user, string text, int most, CancellationToken stop)
    {
        if (!user.Holds(PlacesPermissions.View) || FoldedText.Fold(text) is not { Length: > 0 } key) return [];
        // Those whose name begins like this come through the index; only what is missing is looked for inside of names.
        var mine = db.PlacesFor(user, PlacesPermissions.View).AsNoTracking();
        // The range is what an index understands, whatever it makes of LIKE.
        var end = key + '\uffff';
        var found = await Lines(mine, mine.Where(p => p.NameKey.CompareTo(key) >= 0 && p.NameKey.CompareTo(end) < 0 && p.NameKey.StartsWith(key)), most, stop);
        if (found.Count < most) found.AddRange((await Lines(mine, mine.Where(p => p.NameKey.Contains(key)), most, stop)).Where(l => found.TrueForAll(f => f.Id != l.Id)).Take(most - found.Count));
        return [.. found.Select(p => new Found("places.desk.menu.places", p.Name, p.Hidden ? p.Country : $"{p.Locality}, {p.Country}", $"/console/places/{p.Id}"))];
    }

    private static Task<List<Line>> Lines(IQueryable<Place> mine, IQueryable<Place> named, int most, CancellationToken stop) =>
        named.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(most).FoundByName(mine, p => new Line(p.Id, p.Name, p.Locality, p.Country, p.Disclosure == Disclosures.Officers), l => l.Id, stop);

    private sealed record Line(Guid Id, string Name, string? Locality, string Country, bool Hidden);
}
