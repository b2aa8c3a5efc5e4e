using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>The entries of one's own organisation as a file, to be corrected in a spreadsheet and sent back. Where a hidden one is does not stand in it.</summary>
[Requires(PlacesPermissions.Mine)]
internal sealed class SheetModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.mine.sheet";

    public async Task<IActionResult> OnGetAsync()
    {
        var mine = db.PlacesFor(Who, PlacesPermissions.Mine).AsNoTracking().Where(p => p.Status != PlaceStatus.Withdrawn).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(MineSheet.MostRows);
        return await new TableFile($"mis-lugares-{Today}", MineSheet.Columns).Answer(HttpContext, db, PlacesPermissions.Mine, "places_place", mine, new MineSheet(W).Cells);
    }
}
