using Amparo.Places.Entries;
using Amparo.Places.Reporting;

namespace Amparo.Places.Figures;

/// <param name="Country">Null: all that is reached.</param>
/// <param name="MedianDays">Null where nothing was answered.</param>
internal sealed record AnswerTimes(string? Country, int Answered, double? MedianDays, int Open);

/// <param name="Organisation">For which the account acts; null is the office itself.</param>
internal sealed record Verifier(string Name, string? Organisation, int Verified, int Assured);

/// <summary>How long readers wait for an answer, and who makes sure of how much. Each question is bounded by ninety days, never by the directory.</summary>
internal static class Answers
{
    public const int Days = 90;
    private const int Most = 20_000, Shown = 50;

    public static async Task<IReadOnlyList<AnswerTimes>> Times(Database db, CurrentUser user, DateTimeOffset now, CancellationToken stop)
    {
        var since = now.AddDays(-Days);
        var reports = db.ReportsFor(user, PlacesPermissions.Figures).AsNoTracking();
        var settled = await reports.Where(r => r.Outcome != ProblemReport.Received && r.ChangedAt >= since).OrderByDescending(r => r.ChangedAt).Take(Most)
            .Join(db.Set<Place>(), r => r.PlaceId, p => p.Id, (r, p) => new { p.Country, r.ReceivedAt, r.ChangedAt }).ToListAsync(stop);
        var open = (await reports.Where(r => r.Outcome == ProblemReport.Received).OrderBy(r => r.ReceivedAt).Take(Most).Join(db.Set<Place>(), r => r.PlaceId, p => p.Id, (r, p) => p.Country).ToListAsync(stop)).CountBy(c => c).ToDictionary();
        AnswerTimes Of(string? country, IEnumerable<double> days, int waiting) => days.Order().ToList() is var all ? new(country, all.Count, Median(all), waiting) : null!;
        var countries = settled.Select(s => s.Country).Concat(open.Keys).Distinct().Order(StringComparer.Ordinal);
        return [Of(null, settled.Select(s => (s.ChangedAt - s.ReceivedAt).TotalDays), open.Values.Sum()), .. countries.Select(c => Of(c, settled.Where(s => s.Country == c).Select(s => (s.ChangedAt - s.ReceivedAt).TotalDays), open.GetValueOrDefault(c)))];
    }

    public static async Task<IReadOnlyList<Verifier>> Verifiers(Database db, CurrentUser user, DateTimeOffset now, CancellationToken stop)
    {
        var since = now.AddDays(-Days);
        var places = db.PlacesFor(user, PlacesPermissions.View);
        var verified = await db.Set<Verification>().AsNoTracking().Where(v => v.At >= since && places.Any(p => p.Id == v.PlaceId)).GroupBy(v => new { v.By, v.Organisation }).Select(g => new { g.Key.By, g.Key.Organisation, Count = g.Count() }).ToListAsync(stop);
        var assured = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.Act == PlacesPermissions.Assure && a.At >= since && a.Table == "places_place" && a.Outcome == AuditOutcomes.Done && a.By != null && places.Any(p => p.Id == a.Record))
            .GroupBy(a => new { a.By, a.Organisation }).Select(g => new { By = g.Key.By!.Value, g.Key.Organisation, Count = g.Count() }).ToListAsync(stop);
        var all = verified.Select(v => (v.By, v.Organisation)).Concat(assured.Select(a => (a.By, a.Organisation))).Distinct()
            .Select(k => (k.By, k.Organisation, Verified: verified.Where(v => (v.By, v.Organisation) == k).Sum(v => v.Count), Assured: assured.Where(a => (a.By, a.Organisation) == k).Sum(a => a.Count)))
            .OrderByDescending(k => k.Verified + k.Assured).ThenBy(k => k.By).Take(Shown).ToList();
        var (people, houses) = (all.Select(k => k.By).ToList(), all.Select(k => k.Organisation).OfType<Guid>().ToList());
        var names = await db.Set<Account>().AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        var organizations = await db.Set<Organization>().AsNoTracking().Where(o => houses.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        return [.. all.Select(k => new Verifier(names.GetValueOrDefault(k.By, "—"), k.Organisation is { } o ? organizations.GetValueOrDefault(o) : null, k.Verified, k.Assured))];
    }

    private static double? Median(List<double> sorted) => sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
}
