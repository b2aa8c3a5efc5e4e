using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Queue;

/// <summary>
/// What is due, the oldest first. One short look per kind, each at the old end of an index: what it costs does not grow with
/// the directory. Entries that nobody ever assured have waited longest.
/// </summary>
internal static class DuePlaces
{
    /// <summary>At most this many are counted; more is said as "1,000 or more" and helps nobody decide.</summary>
    public const int MostCounted = 1000;

    public static async Task<IReadOnlyList<PlaceLine>> Oldest(IQueryable<Place> places, PlacesSettings settings, QueueFilter filter, DateTimeOffset now, int most, CancellationToken stop)
    {
        var looks = Looks(places, settings, filter, now).ToList();
        var found = new List<(Guid Id, DateTimeOffset? Assured, DateTimeOffset? Approved)>();
        foreach (var look in looks)
            found.AddRange((await look.OrderBy(p => p.AssuredAt).Take(most).Select(p => new { p.Id, p.AssuredAt, p.ApprovedAt }).ToListAsync(stop)).Select(p => (p.Id, p.AssuredAt, p.ApprovedAt)));
        var ids = found.OrderBy(f => f.Assured is not null).ThenBy(f => f.Assured ?? f.Approved).ThenBy(f => f.Id).Take(most).Select(f => f.Id).ToList();
        var lines = await places.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(PlaceLine.From).ToDictionaryAsync(p => p.Id, stop);
        return [.. ids.Where(lines.ContainsKey).Select(i => lines[i])];
    }

    public static async Task<(int Count, DateTimeOffset? Oldest)> Count(IQueryable<Place> places, PlacesSettings settings, DateTimeOffset now, CancellationToken stop)
    {
        var (count, oldest) = (0, (DateTimeOffset?)null);
        foreach (var look in Looks(places, settings, new(null, null), now))
        {
            count += await look.Take(MostCounted - count).CountAsync(stop);
            if (await look.OrderBy(p => p.AssuredAt).Select(p => p.AssuredAt ?? p.ApprovedAt).FirstOrDefaultAsync(stop) is { } since && (oldest is null || since < oldest)) oldest = since;
            if (count >= MostCounted) break;
        }
        return (count, oldest);
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
