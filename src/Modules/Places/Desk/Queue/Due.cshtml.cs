using Amparo.Contracts;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Queue;

[Requires(PlacesPermissions.Assure)]
internal sealed class DueModel(Database db, IOptions<PlacesSettings> settings) : ConsolePage
{
    public const int Shown = 25;

    public override string TitleKey => "places.desk.due.title";

    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }

    public QueueFilter Filter => new(Country, Kind);
    public IReadOnlyList<DueLine> Places { get; private set; } = [];
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.Assure) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.Assure);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Places = await DuePlaces.Oldest(db.PlacesFor(Who, PlacesPermissions.Assure), settings.Value, Filter, Now, Shown, stop);
    }
}
