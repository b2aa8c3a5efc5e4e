using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Hsds;

/// <summary>Which services, or which services at which places, answer a request; in an order that stays while the edition does.</summary>
internal static class Finding
{
    /// <summary>How many hits of a search are paged through.</summary>
    private const int MostHits = 500;

    public static int[] Rows(Catalogue catalogue, Asked asked, DateTimeOffset now)
    {
        var filters = Filters(catalogue, asked).ToList();
        var found = filters.Count == 0 ? catalogue.Links(now) : catalogue.Links(now).Where(r => filters.TrueForAll(f => f(r)));
        if (asked.Search is { } words) found = ByRank(catalogue, words, now, found);
        if (Point(catalogue, asked, now) is { } point) found = Near(catalogue, point, asked.Proximity, found);
        return found as int[] ?? [.. found];
    }

    /// <summary>A service answers where it does at any of its places.</summary>
    public static int[] Services(Catalogue catalogue, Asked asked, DateTimeOffset now) =>
        asked is { Search: null, Term: null, Taxonomy: null, Organization: null, ModifiedAfter: null, Near: null, Postcode: null }
            ? catalogue.Services(now)
            : [.. Rows(catalogue, asked, now).Select(catalogue.ServiceOfRow).Distinct()];

    private static IEnumerable<Predicate<int>> Filters(Catalogue catalogue, Asked asked)
    {
        if (asked.Term is { } term)
        {
            var id = catalogue.Terms.IdOf(term) ?? throw Problem.Bad("The parameter taxonomy_term_id is a UUID or a code, as /taxonomy_terms lists them.");
            yield return catalogue.Terms.RowsOf(id).ToHashSet().Contains;
        }
        if (asked.Taxonomy is { } taxonomy)
        {
            var id = catalogue.Terms.TaxonomyIdOf(taxonomy) ?? throw Problem.Bad("The parameter taxonomy_id is a UUID or a name, as /taxonomies lists them.");
            yield return catalogue.Terms.RowsOfTaxonomy(id).ToHashSet().Contains;
        }
        if (asked.Organization is { } organization) yield return r => catalogue.Rows[r].Organization == organization;
        if (asked.ModifiedAfter is { } since) yield return r => catalogue.Rows[r].Modified >= since.UtcTicks;
    }

    private static int[] ByRank(Catalogue catalogue, string words, DateTimeOffset now, IEnumerable<int> found)
    {
        var rank = new Dictionary<int, int>();
        foreach (var hit in catalogue.Edition.Search(new SearchQuestion { Text = words, Now = now, Take = MostHits }).Hits)
            rank.TryAdd(catalogue.Edition.OrdinalOf(hit.Place.Id), rank.Count);
        return [.. found.Where(r => rank.ContainsKey(catalogue.Rows[r].Ordinal)).OrderBy(r => rank[catalogue.Rows[r].Ordinal]).ThenBy(r => r)];
    }

    private static IEnumerable<int> Near(Catalogue catalogue, GeoPoint from, int? metres, IEnumerable<int> found)
    {
        if (metres is not { } within) return found;
        return found
            .Select(r => (Row: r, Kilometres: float.IsNaN(catalogue.Rows[r].Latitude) ? double.MaxValue : from.KilometresTo(new(catalogue.Rows[r].Latitude, catalogue.Rows[r].Longitude))))
            .Where(r => r.Kilometres * 1000 <= within)
            .OrderBy(r => r.Kilometres).ThenBy(r => r.Row)
            .Select(r => r.Row);
    }

    /// <summary>
    /// No open list of the region's postal codes exists: the middle of one is that of the published addresses that name it.
    /// Areas of service are not published, so a code alone restricts nothing.
    /// </summary>
    private static GeoPoint? Point(Catalogue catalogue, Asked asked, DateTimeOffset now)
    {
        if (asked.Near is { } cell) return cell.Centre;
        if (asked.Postcode is not { } code) return null;
        var (latitude, longitude, count) = (0.0, 0.0, 0);
        foreach (var place in catalogue.AtPostalCode(code).Select(catalogue.Edition.At))
        {
            if (place.ExpiresAt <= now || place.WithdrawnAt <= now || place is not { Latitude: { } north, Longitude: { } east }) continue;
            (latitude, longitude, count) = (latitude + north, longitude + east, count + 1);
        }
        return count > 0 ? new GeoPoint(latitude / count, longitude / count)
            : throw Problem.Bad("No published address names this postal code, so its middle is not known: give near as LAT,LON instead.");
    }
}
