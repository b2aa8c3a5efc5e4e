using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Hsds;

/// <summary>The catalogue of the edition that readers see; made when somebody first asks for it.</summary>
internal sealed class Catalogues(Texts texts)
{
    private readonly Term[] _ours = [.. Term.OfOurs(texts)];
    private readonly Lock _making = new();
    private volatile Catalogue? _last;

    public Catalogue Of(Edition edition)
    {
        if (_last is { } last && ReferenceEquals(last.Edition, edition)) return last;
        lock (_making)
        {
            if (_last is { } made && ReferenceEquals(made.Edition, edition)) return made;
            return _last = Make(edition);
        }
    }

    private Catalogue Make(Edition edition)
    {
        var (unsorted, carried, organizations) = (new List<Row>(edition.Count), new List<Guid[]>(edition.Count), new Dictionary<Guid, HsdsOrganization>());
        var (terms, places, codes) = (new TermIndex(_ours), new Guid[edition.Count], new Dictionary<string, List<int>>());
        for (var ordinal = 0; ordinal < edition.Count; ordinal++)
        {
            var place = edition.At(ordinal);
            // An edition holds no other; what should never be there is not passed on either.
            if (place.Disclosure is not (Disclosures.Exact or Disclosures.Area)) continue;
            places[ordinal] = place.Id;
            if (PlaceShapes.PostalCodeOf(place) is { } code)
            {
                if (!codes.TryGetValue(code, out var there)) codes[code] = there = [];
                there.Add(ordinal);
            }
            foreach (var attribute in place.Profile.Attributes) terms.Add(Attributes.OfSource(attribute.Name));
            organizations.TryAdd(Row.OrganizationOf(place), new(Row.OrganizationOf(place), Row.OrganizationNameOf(place), []));
            var seen = new HashSet<Guid>();
            for (var index = place.Profile.Services.Count > 0 ? 0 : -1; index < place.Profile.Services.Count; index++)
            {
                var row = Row.Of(place, ordinal, index);
                // One list may name a service twice at one place: it is there once.
                if (seen.Add(row.Service))
                {
                    unsorted.Add(row);
                    carried.Add([.. ServiceTerms.IdsOf(place, row.In(place))]);
                    foreach (var term in ServiceTerms.OfSource(row.In(place))) terms.Add(term);
                }
                if (index < 0) break;
            }
        }
        return Sorted(edition, [.. unsorted], [.. carried], organizations, terms, places, codes);
    }

    private static Catalogue Sorted(Edition edition, Row[] rows, Guid[][] carried, Dictionary<Guid, HsdsOrganization> organizations, TermIndex terms, Guid[] places, Dictionary<string, List<int>> codes)
    {
        var keys = rows.Select(r => (r.Service, r.Ordinal)).ToArray();
        var order = Enumerable.Range(0, rows.Length).ToArray();
        Array.Sort(keys, order);
        var sorted = new Row[rows.Length];
        var links = new (Guid Id, int Row)[rows.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var row = sorted[i] = rows[order[i]];
            links[i] = (Row.LinkOf(row.Service, places[row.Ordinal]), i);
            organizations[row.Organization].Rows.Add(i);
            foreach (var term in carried[order[i]]) terms.Carry(term, i);
        }
        Array.Sort(links, Catalogue.ByLink);
        return new(edition, sorted, organizations, terms.Finish(), links, codes);
    }
}
