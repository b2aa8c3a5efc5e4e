using Amparo.Contracts;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Lists;

[Requires(PlacesPermissions.View)]
internal sealed class ListModel(Database db, IOptions<PlacesSettings> settings) : ConsolePage
{
    public const string Path = "/console/places";
    private const int PageSize = 50, LastPage = 200;

    public override string TitleKey => "places.desk.list.title";

    [FromQuery] public string? Q { get; set; }
    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery] public string? Sort { get; set; }
    [FromQuery] public string? Cell { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public PlaceFilter Filter => new(Q, Country, Kind, State, Sort, Cell);
    public IReadOnlyList<PlaceBrief> Places { get; private set; } = [];
    public bool HasMore { get; private set; }

    /// <summary>Countries to choose from: those of the person's reach.</summary>
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.View) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.View);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        var mine = db.PlacesFor(Who, PlacesPermissions.View).AsNoTracking();
        var page = Filter.Of(mine, settings.Value, Now).Skip((Number - 1) * PageSize).Take(PageSize + 1);
        var found = Filter.Search is null ? await page.Select(PlaceBrief.From).ToListAsync(stop) : await page.FoundByName(mine, PlaceBrief.From, p => p.Id, stop);
        (Places, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize && Number < LastPage);
    }

    public IEnumerable<string> StatesOf(PlaceBrief place) => PlaceStates.Of(place, settings.Value, Now);
}
