using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports.Files;

/// <summary>What each row of an import did, and to which entry: of entries that this person reaches.</summary>
[Requires(PlacesPermissions.Import)]
internal sealed class ExportRowsModel(Database db) : ImportPage(db, PlacesPermissions.Import)
{
    private static readonly string[] Head = ["row", "id", "name", "kind", "did", "decided", "left_because", "status"];

    public override string TitleKey => "places.desk.imports.places";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        var rows = new RowFilter(Request, Path).Places(Db, Who, Job.RunId).Take(ConsoleTable.MostInFile);
        return await new TableFile("filas", Head).Answer(HttpContext, Db, PlacesPermissions.Import, "places_import_change", rows, row =>
            [
                row.Row, row.PlaceId.ToString(), row.Name, W["places.kind." + row.Kind], W["places.desk.imports.did." + row.What], row.Outcome is { } decided ? W["places.desk.imports.decided." + decided] : "",
                row.LeftBecause is { } because ? W["places.desk.imports.left." + because] : "", W["places.desk.status." + row.Status],
            ], Job.Id);
    }
}
