using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Stands in until the search index is here: looks at every entry, knows a handful of words, and mends no mistakes. It is
/// deleted with the first edition that carries an index.
/// </summary>
internal static class LinearSearch
{
    private static readonly Dictionary<string, string[]> Meanings = new()
    {
        ["refugio"] = [PlaceKinds.Shelter, PlaceKinds.AsylumAuthority], ["asilo"] = [PlaceKinds.AsylumAuthority, PlaceKinds.Shelter],
        ["albergue"] = [PlaceKinds.Shelter], ["shelter"] = [PlaceKinds.Shelter], ["comida"] = [PlaceKinds.Food], ["medico"] = [PlaceKinds.Health],
        ["abogado"] = [PlaceKinds.Legal], ["migracion"] = [PlaceKinds.MigrationAuthority],
    };

    public static SearchAnswer In(IEnumerable<PublicPlace> places, SearchQuestion question)
    {
        var words = FoldedText.Fold(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] understood = [.. words.SelectMany(w => Meanings.GetValueOrDefault(w, [])).Distinct()];
        string[] left = [.. words.Where(w => w.Length > 2 && !Meanings.ContainsKey(w))];
        var kinds = question.Kinds.Count > 0 ? question.Kinds : understood;
        var hits = places
            .Where(p => kinds.Count == 0 || kinds.Contains(p.Kind))
            .Where(p => p.Kind != PlaceKinds.MigrationAuthority || question.Kinds.Contains(p.Kind))
            .Where(p => question.Country is null || p.Country == question.Country)
            .Where(p => question.For.All(f => p.Profile.Serves.Count == 0 || p.Profile.Serves.Contains(f)))
            .Where(p => !question.AsksNoPapers || p.Profile.AsksNoPapers == true)
            .Where(p => !question.OpenNow || IsOpen(p, question.Now))
            .Where(p => left.All(w => FoldedText.Fold($"{p.Name} {p.Locality} {p.AreaName}").Contains(w, StringComparison.Ordinal)))
            .Select(p => new SearchHit(p, Kilometres(p, question.Near), 0))
            .OrderBy(h => h.Kilometres ?? double.MaxValue).ThenBy(h => h.Place.Id)
            .ToList();
        return new([.. hits.Skip(question.Skip).Take(question.Take)], hits.Count, false, SearchUnderstood.Nothing with { Kinds = understood });
    }

    private static double? Kilometres(PublicPlace place, GeoPoint? near) =>
        near is { } from && place is { Latitude: { } latitude, Longitude: { } longitude } ? from.KilometresTo(new(latitude, longitude)) : null;

    private static bool IsOpen(PublicPlace place, DateTimeOffset now) =>
        place.Profile.Hours.At(now, TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone), HolidayCalendar.For(place.Country)).State != OpeningState.Closed;
}
