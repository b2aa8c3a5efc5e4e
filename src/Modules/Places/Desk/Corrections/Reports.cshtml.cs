using Amparo.Places.Entries;
using Amparo.Places.Reporting;

namespace Amparo.Places.Desk.Corrections;

/// <param name="Name">Of the entry.</param>
internal sealed record ReportedPlace(Guid Id, string Name, string Country, bool MayBeClosed, IReadOnlyList<ProblemReport> Reports);

/// <summary>What readers said, by entry, the oldest first.</summary>
[Requires(PlacesPermissions.SettleReports)]
internal sealed class ReportsModel(Database db) : ConsolePage
{
    private const int Read = 300;

    public override string TitleKey => "places.desk.reports.title";

    public IReadOnlyList<ReportedPlace> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var open = await db.ReportsFor(Who, PlacesPermissions.SettleReports).AsNoTracking().Where(r => r.Outcome == ProblemReport.Received).OrderBy(r => r.ReceivedAt).Take(Read).ToListAsync(stop);
        var ids = open.Select(r => r.PlaceId).Distinct().ToList();
        var places = await db.PlacesFor(Who, PlacesPermissions.SettleReports).AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Country, p.MayBeClosedSince }).ToDictionaryAsync(p => p.Id, stop);
        Places = [.. open.GroupBy(r => r.PlaceId).Select(g => new ReportedPlace(g.Key, places[g.Key].Name, places[g.Key].Country, places[g.Key].MayBeClosedSince is not null, [.. g]))];
    }
}
