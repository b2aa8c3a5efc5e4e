using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports.Files;

/// <summary>The findings of an import as a file for whoever keeps the list, all of them or those that were asked for.</summary>
[Requires(PlacesPermissions.Export)]
internal sealed class ExportFindingsModel(Database db) : ImportPage(db, PlacesPermissions.Export)
{
    private static readonly string[] Head = ["row", "outcome", "field", "reason", "value", "what_to_do"];

    public override string TitleKey => "places.desk.imports.export";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        var (job, rows) = (Job, new RowFilter(Request, Path));
        return await new TableFile("hallazgos", Head).Answer(HttpContext, Db, PlacesPermissions.Export, "places_import_finding", rows.Findings(Db, job.RunId), finding =>
            [
                finding.Row, finding.Outcome.Length > 0 ? W["places.desk.imports.outcome." + finding.Outcome] : "", finding.Field, W["places.import.reason." + finding.Reason],
                ImportWords.Value(finding, job, Who), W["places.import.advice." + finding.Reason],
            ], job.Id);
    }
}
