using Amparo.Places.Entries;

namespace Amparo.Places.Impostors;

/// <summary>Looks for what is odd about some entries: each question is one for an index, and none reads the directory.</summary>
internal sealed class Looking(Database db, TimeProvider clock)
{
    // The switchboard of a ministry stands at a hundred posts: beyond this many a number or a name tells nothing.
    private const int MostHolders = 20;

    private sealed record Known(Guid Id, string Name, Guid? Organization, string Status);

    /// <summary>Brings marks and warnings of the entries up to date; saved by the caller.</summary>
    public async Task Look(IReadOnlyList<Place> places, CancellationToken stop)
    {
        var ids = places.Select(p => p.Id).ToList();
        var before = (await db.Set<PlaceMark>().Where(m => ids.Contains(m.PlaceId)).ToListAsync(stop)).ToLookup(m => m.PlaceId);
        var now = places.ToDictionary(p => p.Id, p => PlaceMark.Of(p).ToList());
        foreach (var place in places) Bring(place.Id, before[place.Id], now[place.Id]);

        var holders = await Holders(now.Values.SelectMany(m => m), stop);
        var others = await Others(holders.Values.SelectMany(h => h), stop);
        var sites = await Sites(places, stop);
        var found = new Dictionary<string, Warning>();
        foreach (var place in places.Where(p => p.Status != PlaceStatus.Withdrawn))
            foreach (var warning in Of(place, now[place.Id], [.. before[place.Id]], holders, others, sites)) found.TryAdd(warning.Key, warning);

        var stored = await db.Set<Warning>().Where(w => ids.Contains(w.PlaceId) || ids.Contains(w.OtherId!.Value)).ToListAsync(stop);
        foreach (var warning in stored)
        {
            if (found.Remove(warning.Key)) warning.GoneAt = null;
            // A site that is new is so until somebody has judged it: by the next look it is what the entry always had.
            else if (warning.Kind != Warning.NewSite || Gone(warning, now)) warning.GoneAt ??= clock.GetUtcNow();
        }
        db.AddRange(found.Values);
    }

    private static bool Gone(Warning warning, Dictionary<Guid, List<(string Kind, string Value)>> now) => !now.TryGetValue(warning.PlaceId, out var marks) || !marks.Contains((PlaceMark.Site, warning.Value));

    private IEnumerable<Warning> Of(Place place, List<(string Kind, string Value)> marks, List<PlaceMark> before, Dictionary<(string, string), List<Guid>> holders, Dictionary<Guid, Known> others, Dictionary<Guid, List<(Guid Place, string Site)>> sites)
    {
        if (Lookalike.MixesScripts(place.Name)) yield return New(Warning.MixedLetters, place.Id, null, "");
        foreach (var mark in marks)
        {
            var theirs = holders.GetValueOrDefault(mark, []).Where(h => h != place.Id).Select(h => others.GetValueOrDefault(h)).OfType<Known>()
                .Where(o => o.Status != PlaceStatus.Withdrawn && (o.Organization is null || o.Organization != place.OrganizationId));
            foreach (var other in theirs)
            {
                if (mark.Kind == PlaceMark.Account) yield return New(Warning.SameAccount, place.Id, other.Id, mark.Value);
                else if (mark.Kind == PlaceMark.Phone) yield return New(Warning.SamePhone, place.Id, other.Id, mark.Value);
                else if (mark.Kind == PlaceMark.Name && Lookalike.Is(place.Name, other.Name)) yield return New(Warning.LooksAlike, place.Id, other.Id, "");
                else if (mark.Kind == PlaceMark.SiteLook && !holders.GetValueOrDefault((PlaceMark.Site, SiteOf(marks, mark.Value)), []).Contains(other.Id)) yield return New(Warning.SiteLooksAlike, place.Id, other.Id, mark.Value);
            }
            if (mark.Kind == PlaceMark.Account) yield return New(Warning.NamesAccount, place.Id, null, mark.Value);
            if (mark.Kind == PlaceMark.Site && IsNewSite(place, mark.Value, before, sites)) yield return New(Warning.NewSite, place.Id, null, mark.Value);
        }
    }

    private static string SiteOf(List<(string Kind, string Value)> marks, string look) => marks.Find(m => m.Kind == PlaceMark.Site && Lookalike.Skeleton(m.Value) == look).Value ?? look;

    private static bool IsNewSite(Place place, string site, List<PlaceMark> before, Dictionary<Guid, List<(Guid Place, string Site)>> sites)
    {
        var own = before.Where(m => m.Kind == PlaceMark.Site).Select(m => m.Value).ToList();
        // What it had before is not new; of an organisation the sites of its other entries count too.
        if (own.Contains(site)) return false;
        var known = own.Concat(place.OrganizationId is { } id ? sites.GetValueOrDefault(id, []).Where(s => s.Place != place.Id).Select(s => s.Site) : []).ToList();
        return known.Count > 0 && !known.Exists(k => WebDomain.Belongs(k, site));
    }

    // The pair is the same from either side.
    private Warning New(string kind, Guid place, Guid? other, string value)
    {
        var swap = other is { } o && o.CompareTo(place) < 0;
        return new() { Kind = kind, PlaceId = swap ? other!.Value : place, OtherId = swap ? place : other, Value = value, FoundAt = clock.GetUtcNow() };
    }

    private void Bring(Guid place, IEnumerable<PlaceMark> before, List<(string Kind, string Value)> now)
    {
        var kept = new HashSet<(string, string)>();
        foreach (var mark in before)
            if (now.Contains((mark.Kind, mark.Value))) kept.Add((mark.Kind, mark.Value));
            else db.Remove(mark);
        db.AddRange(now.Where(m => !kept.Contains(m)).Select(m => new PlaceMark { PlaceId = place, Kind = m.Kind, Value = m.Value }));
    }

    private async Task<Dictionary<(string, string), List<Guid>>> Holders(IEnumerable<(string Kind, string Value)> marks, CancellationToken stop)
    {
        var holders = new Dictionary<(string, string), List<Guid>>();
        foreach (var kind in marks.Distinct().GroupBy(m => m.Kind))
            foreach (var some in kind.Select(m => m.Value).Chunk(200))
            {
                var found = await db.Set<PlaceMark>().AsNoTracking().Where(m => m.Kind == kind.Key && some.Contains(m.Value)).Select(m => new { m.PlaceId, m.Value }).ToListAsync(stop);
                foreach (var value in found.GroupBy(f => f.Value).Where(g => g.Count() <= MostHolders)) holders[(kind.Key, value.Key)] = [.. value.Select(v => v.PlaceId)];
            }
        // Those of this very look stand in no table yet.
        foreach (var entry in db.ChangeTracker.Entries<PlaceMark>().Where(e => e.State is EntityState.Added))
        {
            var key = (entry.Entity.Kind, entry.Entity.Value);
            if (!holders.TryGetValue(key, out var list)) holders[key] = list = [];
            list.Add(entry.Entity.PlaceId);
        }
        foreach (var entry in db.ChangeTracker.Entries<PlaceMark>().Where(e => e.State is EntityState.Deleted)) holders.GetValueOrDefault((entry.Entity.Kind, entry.Entity.Value))?.Remove(entry.Entity.PlaceId);
        return holders;
    }

    private async Task<Dictionary<Guid, Known>> Others(IEnumerable<Guid> ids, CancellationToken stop)
    {
        var known = new Dictionary<Guid, Known>();
        foreach (var some in ids.Distinct().Chunk(500))
            foreach (var place in await db.Set<Place>().AsNoTracking().Where(p => some.Contains(p.Id)).Select(p => new Known(p.Id, p.Name, p.OrganizationId, p.Status)).ToListAsync(stop)) known[place.Id] = place;
        return known;
    }

    private async Task<Dictionary<Guid, List<(Guid Place, string Site)>>> Sites(IReadOnlyList<Place> places, CancellationToken stop)
    {
        var organizations = places.Select(p => p.OrganizationId).OfType<Guid>().Distinct().ToList();
        var marks = await (from place in db.Set<Place>().AsNoTracking()
                           where organizations.Contains(place.OrganizationId!.Value)
                           join mark in db.Set<PlaceMark>() on place.Id equals mark.PlaceId
                           where mark.Kind == PlaceMark.Site
                           select new { place.OrganizationId, place.Id, mark.Value }).ToListAsync(stop);
        var sites = marks.GroupBy(m => m.OrganizationId!.Value).ToDictionary(g => g.Key, g => g.Select(m => (m.Id, m.Value)).ToList());
        foreach (var organization in await db.Set<Organization>().AsNoTracking().Where(o => organizations.Contains(o.Id) && o.Url != null).Select(o => new { o.Id, o.Url }).ToListAsync(stop))
            if (WebDomain.Of(organization.Url) is { } site) (sites.TryGetValue(organization.Id, out var list) ? list : sites[organization.Id] = []).Add((Guid.Empty, site));
        return sites;
    }
}
