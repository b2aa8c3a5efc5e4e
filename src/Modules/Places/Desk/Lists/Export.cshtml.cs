using System.Globalization;
using System.Text;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Lists;

/// <summary>The rows of a list as a file. How many left is recorded before the first byte does; where a hidden place is never leaves in a file.</summary>
[Requires(PlacesPermissions.Export)]
internal sealed class ExportModel(Database db, IOptions<PlacesSettings> settings) : ConsolePage
{
    private const int Most = 200_000;
    private static readonly string[] Head = ["id", "name", "kind", "country", "area", "town", "state", "disclosure", "phones", "assured", "by", "how", "organization"];

    public override string TitleKey => "places.desk.list.export";

    [FromQuery] public string? Q { get; set; }
    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery] public string? Sort { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var rows = new PlaceFilter(Q, Country, Kind, State, Sort).Of(db.PlacesFor(Who, PlacesPermissions.Export), settings.Value, Now).AsNoTracking().Take(Most);
        await db.Recorded(PlacesPermissions.Export, "places_place", null, await rows.CountAsync(stop), AuditOutcomes.Seen, stop);

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"lugares-{Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv\"";
        // Spreadsheets take a file without this mark for another encoding, and every accent for two letters.
        await Response.WriteAsync("\uFEFF" + CsvRow.Of(Head), Encoding.UTF8, stop);
        await foreach (var place in rows.Select(PlaceLine.From).AsAsyncEnumerable().WithCancellation(stop))
        {
            await Response.WriteAsync(CsvRow.Of(Cells(place)), Encoding.UTF8, stop);
        }
        return new EmptyResult();
    }

    // Of a place that only officers know the file says that it exists: a town, a telephone or whose house it is would find it.
    private string?[] Cells(PlaceLine place)
    {
        var hidden = place.Disclosure == Disclosures.Officers;
        return
        [
            place.Id.ToString(), place.Name, W["places.kind." + place.Kind], place.Country, hidden ? "" : place.Admin1Name, hidden ? "" : place.Locality,
            string.Join("; ", PlaceStates.Of(place, settings.Value, Now).Select(s => W["places.desk.state." + s])), W["places.desk.disclosure." + place.Disclosure],
            hidden ? "" : string.Join("; ", place.Profile.Phones.Select(p => p.Number)), place.AssuredAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            hidden ? "" : place.AssuredBy, place.AssuredHow, hidden ? "" : place.Organization,
        ];
    }
}
