using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Centres.Find;

/// <summary>A town that a reader can name.</summary>
internal sealed record Town(string Slug, string Name, string? Area, string Country, GeoPoint Point, bool IsToBeVerified = false);

/// <summary>
/// Finds towns by what people call them: in the gazetteer where this installation has one, else among the towns in which the
/// edition has places.
/// </summary>
internal sealed class Towns(CurrentEdition current, Gazetteer? gazetteer = null)
{
    private (EditionInfo Edition, ILookup<string, Town> Towns)? _ofEdition;

    public IReadOnlyList<Town> Named(string text, string? country)
    {
        if (gazetteer is null) return [.. OfEdition()[FoldedText.Fold(text)].Where(t => country is null || t.Country == country)];
        if (gazetteer.BySlug(text) is { } one) return [Of(one)];
        if (gazetteer.Named(text, country) is { Count: > 0 } named) return [.. named.Select(Of)];
        // "Ciudad Hidalgo, Chiapas": the words after the name choose among those of one name.
        return gazetteer.FindIn(text).Places is [var mention, ..] ? [.. mention.Candidates.Select(Of)] : [];
    }

    private static Town Of(GazetteerPlace place) => new(place.Slug, place.Name, place.AreaSaid, place.Country, place.Point, place.IsAdded);

    private ILookup<string, Town> OfEdition()
    {
        if (current.Now is not { } edition) return Enumerable.Empty<Town>().ToLookup(t => t.Name);
        if (_ofEdition is { } known && ReferenceEquals(known.Edition, edition.Info)) return known.Towns;
        var towns = edition.Places().Where(p => p is { Locality: not null, Latitude: not null, Longitude: not null })
            .GroupBy(p => (p.Locality, p.Admin1Name, p.Country))
            .Select(g => new Town(SlugOf(g.Key.Locality!, g.Key.Country), g.Key.Locality!, g.Key.Admin1Name, g.Key.Country, Middle(g)))
            .OrderBy(t => t.Country, StringComparer.Ordinal).ThenBy(t => t.Area, StringComparer.Ordinal).ToList();
        var byName = towns.SelectMany(t => new[] { (Key: FoldedText.Fold(t.Name), Town: t), (Key: FoldedText.Fold(t.Slug), Town: t) }).DistinctBy(t => (t.Key, t.Town)).ToLookup(t => t.Key, t => t.Town);
        _ofEdition = (edition.Info, byName);
        return byName;
    }

    private static string SlugOf(string name, string country) => $"{FoldedText.Fold(name).Replace(' ', '-')}-{country.ToLowerInvariant()}";

    private static GeoPoint Middle(IEnumerable<PublicPlace> places) => new(places.Average(p => p.Latitude!.Value), places.Average(p => p.Longitude!.Value));
}
