using Amparo.Places.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Corrections;

/// <summary>
/// What became of the reports of one entry, said once. Only those that the person saw are settled: one that came meanwhile waits.
/// </summary>
[Requires(PlacesPermissions.SettleReports)]
internal sealed class SettleModel(Database db) : PlacePage(db, PlacesPermissions.SettleReports)
{
    public override string TitleKey => "places.desk.settle.title";

    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public List<Guid> Report { get; set; } = [];

    public IReadOnlyList<ProblemReport> Reports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadReports(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadReports(stop)) return NotFound();
        var seen = Reports.Where(r => Report.Contains(r.Id)).ToList();
        if (Outcome is not (ProblemReport.Checked or ProblemReport.Changed)) Wrong[""] = "places.report.unknown_outcome";
        else if (seen.Count == 0 || seen.Count < Report.Count) Wrong[""] = "places.report.already_settled";
        if (Wrong.Count > 0) return Refused();
        foreach (var report in seen) report.Settle(Outcome!, Now);
        await Db.SaveChangesAsync(stop);
        return Redirect("/console/places/reports?done=report_settled");
    }

    private async Task<bool> LoadReports(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        var id = Place.Id;
        Reports = await Db.Set<ProblemReport>().Where(r => r.PlaceId == id && r.Outcome == ProblemReport.Received).OrderBy(r => r.ReceivedAt).Take(200).ToListAsync(stop);
        return true;
    }
}
