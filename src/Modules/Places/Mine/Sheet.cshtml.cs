using System.Globalization;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>The entries of one's own organisation as a file, to be corrected in a spreadsheet and sent back. Where a hidden one is does not stand in it.</summary>
[Requires(PlacesPermissions.Mine)]
internal sealed class SheetModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.mine.sheet";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var mine = db.PlacesFor(Who, PlacesPermissions.Mine).AsNoTracking().Where(p => p.Status != PlaceStatus.Withdrawn).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(MineSheet.MostRows);
        await db.Recorded(PlacesPermissions.Mine, "places_place", null, await mine.CountAsync(stop), AuditOutcomes.Seen, stop);
        var sheet = new MineSheet(W);
        await new TableFile($"mis-lugares-{Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", MineSheet.Columns).Write(HttpContext, mine.AsAsyncEnumerable(), sheet.Cells);
        return new EmptyResult();
    }
}
