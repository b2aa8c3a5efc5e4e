using System.Globalization;
using System.Text;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Http;
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
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"mis-lugares-{Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv\"";
        // Spreadsheets take a file without this mark for another encoding, and every accent for two letters.
        await Response.WriteAsync("\uFEFF" + CsvRow.Of(MineSheet.Columns), Encoding.UTF8, stop);
        await foreach (var place in mine.AsAsyncEnumerable().WithCancellation(stop)) await Response.WriteAsync(CsvRow.Of(MineSheet.Cells(place)), Encoding.UTF8, stop);
        return new EmptyResult();
    }
}
