using System.Text;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>Every finding of an import as a file for whoever keeps the list. How many left is recorded before the first byte does.</summary>
[Requires(PlacesPermissions.Export)]
internal sealed class ExportModel(Database db) : ImportPage(db, PlacesPermissions.Export)
{
    private static readonly string[] Head = ["row", "outcome", "field", "reason", "value", "what_to_do"];

    public override string TitleKey => "places.desk.imports.export";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        var (run, job) = (Job.RunId, Job);
        var findings = Db.Set<ImportFinding>().AsNoTracking().Where(f => f.RunId == run).OrderBy(f => f.Number);
        await Db.Recorded(PlacesPermissions.Export, "places_import_finding", job.Id, await findings.CountAsync(stop), AuditOutcomes.Seen, stop);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"hallazgos.csv\"";
        await Response.WriteAsync("\uFEFF" + Amparo.Kernel.CsvRow.Of(Head), Encoding.UTF8, stop);
        await foreach (var finding in findings.AsAsyncEnumerable().WithCancellation(stop))
            await Response.WriteAsync(Amparo.Kernel.CsvRow.Of(finding.Row, finding.Outcome.Length > 0 ? W["places.desk.imports.outcome." + finding.Outcome] : "", finding.Field, W["places.import.reason." + finding.Reason],
                ImportWords.Value(finding, job, Who), W["places.import.advice." + finding.Reason]), Encoding.UTF8, stop);
        return new EmptyResult();
    }
}
