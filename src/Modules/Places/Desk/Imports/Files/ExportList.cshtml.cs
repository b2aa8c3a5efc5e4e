using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports.Files;

/// <summary>Which lists came, who brought them, and what became of their rows.</summary>
[Requires(PlacesPermissions.Import)]
internal sealed class ExportListModel(Database db) : ConsolePage
{
    private static readonly string[] Head = ["file", "list", "country", "uploaded", "by", "state", "accepted", "changed", "unchanged", "quarantined", "rejected"];

    public override string TitleKey => "places.desk.imports.before";

    public Task<IActionResult> OnGetAsync() =>
        new TableFile($"importaciones-{Today}", Head).Answer(HttpContext, db, PlacesPermissions.Import, "places_import_job", new ImportFilter(Request).Of(db, Who).Take(ConsoleTable.MostInFile), job =>
            [job.FileName, job.List, job.Country, Stamp(job.UploadedAt), job.By, W["places.desk.imports.state." + job.State], $"{job.Run?.Accepted}", $"{job.Run?.Changed}", $"{job.Run?.Unchanged}", $"{job.Run?.Quarantined}", $"{job.Run?.Rejected}"]);
}
