using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
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
    [FromQuery] public string? Cell { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = new PlaceFilter(Q, Country, Kind, State, Sort, Cell);
        var places = db.PlacesFor(Who, PlacesPermissions.Export);
        // The rows of one square would say of a hidden place in which square it lies.
        if (filter.Cell is not null) places = places.Where(p => p.Disclosure != Disclosures.Officers);
        return await new TableFile($"lugares-{Today}", Head).Answer(HttpContext, db, PlacesPermissions.Export, "places_place", filter.Of(places, settings.Value, Now).AsNoTracking().Take(Most).Select(PlaceLine.From), Cells);
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
