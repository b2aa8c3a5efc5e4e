using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search;

/// <param name="Kind">Any of these.</param>
/// <param name="For">This population is served.</param>
/// <param name="Place">"Name, CC" or "Name, Area, CC": what distances are measured from, else the question's <c>near</c>.</param>
/// <param name="AlsoKinds">All of these are among the first five.</param>
/// <param name="NeverFirst">None of these is first.</param>
internal sealed record Expectation(
    IReadOnlyList<string> Kind, string? For = null, IReadOnlyList<string>? NameContains = null, string? Place = null, double? WithinKm = null, bool OpenNow = false,
    IReadOnlyList<string>? AlsoKinds = null, IReadOnlyList<string>? NeverFirst = null);

internal sealed record GoldenQuery(string Id, string Lang, string Q, Expectation Expect, string Set, string? Near = null, string? Country = null, string? Note = null, string? List = null);

/// <param name="Broken">What was not kept, in words; null where all was.</param>
internal sealed record GoldenOutcome(GoldenQuery Query, string? Broken, string Shown);

/// <summary>Puts the questions that were written before the engine to any list of places.</summary>
internal sealed class GoldenRunner(IReadOnlyList<PublicPlace> places, ISearcher searcher, Gazetteer gazetteer, DateTimeOffset now)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>A Wednesday, 09:30 in Guatemala: much is open and much is not.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 18, 15, 30, 0, TimeSpan.Zero);

    /// <param name="file"><c>queries.json</c> or <c>real-queries.json</c>.</param>
    /// <param name="set"><c>tune</c>, or <c>held</c>: put aside, and run once.</param>
    public static IReadOnlyList<GoldenQuery> Read(string file, string set) =>
        [.. JsonSerializer.Deserialize<List<GoldenQuery>>(File.ReadAllText(Path.Combine(SharedData.Repository, "tests/Tests/Search", file)), Json)!.Where(q => q.Set == set)];

    public IReadOnlyList<GoldenOutcome> Run(IEnumerable<GoldenQuery> queries) => [.. queries.Select(Run)];

    public GoldenOutcome Run(GoldenQuery query)
    {
        var near = query.Near is null ? null : Described(query.Near);
        var answer = searcher.Search(new() { Text = query.Q, Language = query.Lang, Country = query.Country, Near = near?.Point, Now = now, Take = 10 });
        var centre = query.Expect.Place is null ? near : Described(query.Expect.Place);
        var shown = string.Join(" | ", answer.Hits.Take(5).Select(h => $"{h.Place.Kind} {h.Place.Name}, {h.Place.Locality} {h.Place.Country} {h.Kilometres:0}km {h.Score}"))
            + $" [{string.Join(',', answer.Understood.Kinds)} for {string.Join(',', answer.Understood.For)} at {answer.Understood.Place?.Name} in {answer.Understood.Country} corrected {answer.Understood.Corrected}]";
        return new(query, Broken(query, answer, centre), shown);
    }

    private string? Broken(GoldenQuery query, SearchAnswer answer, GazetteerPlace? centre)
    {
        var expect = query.Expect;
        if (answer.Hits.Count > 0 && expect.NeverFirst?.Contains(answer.Hits[0].Place.Kind) == true) return $"{answer.Hits[0].Place.Kind} is first";
        var firstFive = answer.Hits.Take(5).Select(h => h.Place.Kind).ToList();
        if (expect.AlsoKinds is { } also && also.Any(k => !firstFive.Contains(k))) return $"not all of {string.Join(", ", also)} in the first five";
        var limit = Limit(query, centre);
        return answer.Hits.Take(3).Any(h => IsMeant(h.Place, query) && (limit is null || Distance(h.Place, centre!) <= limit)) ? null : $"none in the first three (limit {limit:0} km)";
    }

    // Where nothing of the sort lies within the distance, the nearest one is the right answer.
    private double? Limit(GoldenQuery query, GazetteerPlace? centre)
    {
        if (centre is null || query.Expect.WithinKm is not { } within) return null;
        var nearest = places.Where(p => IsMeant(p, query)).Select(p => Distance(p, centre)).DefaultIfEmpty(0).Min();
        return Math.Max(within, nearest + 0.5);
    }

    private bool IsMeant(PublicPlace place, GoldenQuery query)
    {
        var expect = query.Expect;
        return (expect.Kind.Contains(place.Kind) || place.Profile.Services.Any(s => s.Status == "active" && expect.Kind.Contains(s.Kind)))
            && (expect.For is null || place.Profile.Serves.Contains(expect.For))
            && (query.Country is null || place.Country == query.Country)
            && (expect.NameContains is null || expect.NameContains.Any(n => FoldedText.Fold(NamesOf(place)).Contains(FoldedText.Fold(n), StringComparison.Ordinal)))
            && (!expect.OpenNow || IsOpen(place))
            && !(place.WithdrawnAt <= now || place.ExpiresAt <= now);
    }

    // A list of the HSDS names what is offered (its services) and hardly the places: no location or organisation of the two
    // packages is called "diaper", "dental" or "pantry".
    private static string NamesOf(PublicPlace place) =>
        $"{place.Name} {place.OrganizationName} {place.Locality} {string.Join(' ', place.Profile.Services.Where(s => s.Status == "active").Select(s => s.Name))}";

    private bool IsOpen(PublicPlace place) =>
        !(now >= place.StaleAt) && place.Profile.Hours.At(now, TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone), HolidayCalendar.For(place.Country)).State == OpeningState.Open;

    // A helpline is as near as its country.
    private static double Distance(PublicPlace place, GazetteerPlace centre) =>
        place is { Latitude: { } latitude, Longitude: { } longitude } ? centre.Point.KilometresTo(new(latitude, longitude)) : place.Country == centre.Country ? 0 : double.MaxValue;

    private GazetteerPlace Described(string description)
    {
        var parts = description.Split(", ");
        var named = gazetteer.Named(parts[0], parts[^1]).ToList();
        return named.Find(p => p.Name == parts[0] && (parts.Length == 2 || p.Admin1Name.StartsWith(parts[1], StringComparison.Ordinal)))
            ?? (named.Count > 0 ? named[0] : throw new InvalidDataException($"{description} is not in the gazetteer."));
    }
}
