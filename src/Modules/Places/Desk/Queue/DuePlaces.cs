using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Queue;

/// <summary>
/// What is due, the oldest first. Each look is at the old end of an index: what it costs does not grow with the directory.
/// Entries that nobody ever assured have waited longest. Kinds age at their own pace, so that what was assured first need not be
/// due first; but among the few hundred that were assured longest ago nearly always enough are. Where not, each kind is looked at.
/// </summary>
internal static class DuePlaces
{
    /// <summary>At most this many are counted; more is said as "1,000 or more" and helps nobody decide.</summary>
    public const int MostCounted = 1000;
    private const int Window = 400;

    public static async Task<IReadOnlyList<DueLine>> Oldest(IQueryable<Place> places, PlacesSettings settings, QueueFilter filter, DateTimeOffset now, int most, CancellationToken stop)
    {
        var published = Published(places, filter);
        var never = await Never(published).Take(most).Select(DueLine.From).ToListAsync(stop);
        if (never.Count == most) return never;
        var ids = await OldestAssured(published, settings, filter, now, most - never.Count, stop);
        var lines = await places.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(DueLine.From).ToDictionaryAsync(p => p.Id, stop);
        return [.. never, .. ids.Where(lines.ContainsKey).Select(i => lines[i])];
    }

    public static async Task<(int Count, DateTimeOffset? Oldest)> Count(IQueryable<Place> places, PlacesSettings settings, DateTimeOffset now, CancellationToken stop)
    {
        var published = Published(places, new(null, null));
        var (never, oldest) = (await Never(published).Select(p => p.ApprovedAt).FirstOrDefaultAsync(stop), (DateTimeOffset?)null);
        var count = never is null ? 0 : await Never(published).Take(MostCounted).CountAsync(stop);
        if (count < MostCounted)
        {
            var window = FirstAssured(published, 2 * MostCounted);
            var due = window.Where(PlaceStates.OlderThan(settings, now, 1, orNever: false));
            oldest = await due.OrderBy(p => p.AssuredAt).Select(p => p.AssuredAt).FirstOrDefaultAsync(stop);
            var seen = await due.Take(MostCounted - count).CountAsync(stop);
            if (count + seen < MostCounted && !await IsAll(published, 2 * MostCounted, settings, now, stop))
            {
                seen = 0;
                foreach (var kind in PlaceKinds.All.Where(_ => count + seen < MostCounted)) seen += await Due(published, kind, settings, now).Take(MostCounted - count - seen).CountAsync(stop);
                oldest ??= (await OldestAssured(published, settings, new(null, null), now, 1, stop)) is [var first] ? await published.Where(p => p.Id == first).Select(p => p.AssuredAt).SingleOrDefaultAsync(stop) : null;
            }
            count += seen;
        }
        return (count, never < oldest || oldest is null ? never : oldest);
    }

    private static async Task<IReadOnlyList<Guid>> OldestAssured(IQueryable<Place> published, PlacesSettings settings, QueueFilter filter, DateTimeOffset now, int most, CancellationToken stop)
    {
        if (filter.Kind is { } only) return await Due(published, only, settings, now).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(stop);
        var found = await FirstAssured(published, Window).Where(PlaceStates.OlderThan(settings, now, 1, orNever: false)).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(stop);
        if (found.Count == most || await IsAll(published, Window, settings, now, stop)) return found;
        var each = new List<(Guid Id, DateTimeOffset? At)>();
        foreach (var kind in PlaceKinds.All)
            each.AddRange((await Due(published, kind, settings, now).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id).Take(most).Select(p => new { p.Id, p.AssuredAt }).ToListAsync(stop)).Select(p => (p.Id, p.AssuredAt)));
        return [.. each.OrderBy(e => e.At).ThenBy(e => e.Id).Take(most).Select(e => e.Id)];
    }

    private static IQueryable<Place> Published(IQueryable<Place> places, QueueFilter filter)
    {
        var published = places.Where(p => p.Status == PlaceStatus.Approved);
        if (filter.Country is { } country) published = published.Where(p => p.Country == country);
        return filter.Kind is { } kind ? published.Where(p => p.Kind == kind) : published;
    }

    // PostgreSQL takes an index for an order only where all its columns are named, also one that is nothing in every row.
    private static IQueryable<Place> Never(IQueryable<Place> published) => published.Where(p => p.AssuredAt == null).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id);

    private static IQueryable<Place> FirstAssured(IQueryable<Place> published, int most) => published.Where(p => p.AssuredAt != null).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id).Take(most);

    private static IQueryable<Place> Due(IQueryable<Place> published, string kind, PlacesSettings settings, DateTimeOffset now)
    {
        var before = now - settings.HalfLifeOf(kind);
        return published.Where(p => p.Kind == kind && p.AssuredAt <= before);
    }

    /// <summary>Whether everything that can be due lies among the first so many: the next one is younger than the shortest half-life.</summary>
    private static async Task<bool> IsAll(IQueryable<Place> published, int most, PlacesSettings settings, DateTimeOffset now, CancellationToken stop)
    {
        var next = await published.Where(p => p.AssuredAt != null).OrderBy(p => p.AssuredAt).ThenBy(p => p.ApprovedAt).ThenBy(p => p.Id).Skip(most).Select(p => p.AssuredAt).FirstOrDefaultAsync(stop);
        return next is not { } at || at > now - PlaceKinds.All.Min(settings.HalfLifeOf);
    }

    /// <summary>Never assured, and then each kind by its own half-life.</summary>
    public static IEnumerable<IQueryable<Place>> Looks(IQueryable<Place> places, PlacesSettings settings, QueueFilter filter, DateTimeOffset now)
    {
        var published = places.Where(p => p.Status == PlaceStatus.Approved);
        if (filter.Country is { } country) published = published.Where(p => p.Country == country);
        foreach (var kind in filter.Kind is { } one ? [one] : PlaceKinds.All)
        {
            var before = now - settings.HalfLifeOf(kind);
            yield return published.Where(p => p.Kind == kind && p.AssuredAt == null);
            yield return published.Where(p => p.Kind == kind && p.AssuredAt <= before);
        }
    }
}
