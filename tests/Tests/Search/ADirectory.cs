using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search;

/// <summary>A few entries and a search over them; a test says only what matters to it.</summary>
internal sealed class ADirectory(params PublicPlace[] places)
{
    public static GeoPoint Tapachula { get; } = new(14.9, -92.25);

    private readonly SearchIndex _index = IndexOf(places);

    public static SearchIndex IndexOf(IReadOnlyCollection<PublicPlace> places)
    {
        var byId = places.ToDictionary(p => p.Id);
        return SearchIndex.Build(places, byId.GetValueOrDefault, Geodata.Gazetteer);
    }

    public SearchAnswer Search(string text, string language = "es", GeoPoint? near = null, bool openNow = false, string[]? kinds = null, string[]? serving = null, bool noPapers = false, string? country = null) =>
        _index.Search(new() { Text = text, Language = language, Near = near ?? Tapachula, OpenNow = openNow, Kinds = kinds ?? [], For = serving ?? [], AsksNoPapers = noPapers, Country = country, Now = GoldenRunner.Now });

    public string[] Names(string text, string language = "es", bool openNow = false, string[]? kinds = null, string[]? serving = null, bool noPapers = false) =>
        [.. Search(text, language, null, openNow, kinds, serving, noPapers).Hits.Select(h => h.Place.Name)];

    /// <param name="kilometres">North of Tapachula; null for a helpline without a place.</param>
    /// <param name="days">Since it was assured; null for never.</param>
    public static PublicPlace Entry(string kind, string? name = null, double? kilometres = 1, OpeningHours? hours = null, int? days = 3, string[]? serves = null, bool full = false, bool? noPapers = null,
        string country = "MX", string[]? nationals = null, DateTimeOffset? expires = null, string[]? services = null)
    {
        var assured = days is { } since ? GoldenRunner.Now.AddDays(-since) : (DateTimeOffset?)null;
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id, Slug = id.ToString("N"), Name = name ?? kind, Kind = kind, Country = country, TimeZone = "America/Mexico_City", Disclosure = Disclosures.Exact, Locality = "Tapachula",
            Latitude = kilometres is { } away ? Tapachula.Latitude + away / 111.195 : null, Longitude = kilometres is null ? null : Tapachula.Longitude,
            AssuredAt = assured, DueAt = assured?.AddDays(30), StaleAt = assured?.AddDays(45), WithdrawnAt = assured?.AddDays(90), ExpiresAt = expires,
            FullSaidAt = full ? GoldenRunner.Now.AddHours(-1) : null, FullUntil = full ? GoldenRunner.Now.AddHours(12) : null, ModifiedAt = GoldenRunner.Now,
            Profile = new()
            {
                Hours = hours ?? OpeningHours.NotKnown, Serves = serves ?? [], AsksNoPapers = noPapers, Nationals = nationals ?? [],
                Services = [.. (services ?? []).Select(s => new PlaceService(Guid.CreateVersion7(), s, s))],
            },
        };
    }

    public static OpeningHours Closed { get; } = new() { Regular = [new() { Freq = Frequency.Weekly, ByDay = "SU", OpensAt = ClockTime.At(1), ClosesAt = ClockTime.At(2) }] };
}
