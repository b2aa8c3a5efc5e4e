using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Figures;

[Requires(PlacesPermissions.Figures)]
internal sealed class ExportModel(Database db) : ConsolePage
{
    private static readonly string[] Head = ["day", "country", "kind", "assured", "due", "stale", "never"];

    public override string TitleKey => "places.desk.figures.export";

    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public int Days { get; set; } = 90;

    public async Task<IActionResult> OnGetAsync()
    {
        var since = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-(ShowModel.Spans.Contains(Days) ? Days : 90));
        var figures = db.FiguresFor(Who, PlacesPermissions.Figures).AsNoTracking().Where(f => f.Day >= since);
        if (Country is { Length: > 0 } country) figures = figures.Where(f => f.Country == country);
        if (PlaceKinds.All.Contains(Kind)) figures = figures.Where(f => f.Kind == Kind);
        var rows = figures.GroupBy(f => new { f.Day, f.Country, f.Kind }).Select(g => new { g.Key.Day, g.Key.Country, g.Key.Kind, Assured = g.Sum(f => f.Assured), Due = g.Sum(f => f.Due), Stale = g.Sum(f => f.Stale), Never = g.Sum(f => f.Never) })
            .OrderBy(g => g.Day).ThenBy(g => g.Country).ThenBy(g => g.Kind);
        return await new TableFile("cifras", Head).Answer(HttpContext, db, PlacesPermissions.Figures, "places_figure", rows,
            row => [row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Country, W["places.kind." + row.Kind], $"{row.Assured}", $"{row.Due}", $"{row.Stale}", $"{row.Never}"]);
    }
}
