using Amparo.Contracts.Places;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Deeds;

/// <summary>"All true": somebody asked the place itself, and readers see which office did, never which person.</summary>
[Requires(PlacesPermissions.Assure)]
internal sealed class AssureModel(Database db, IOptions<PlacesSettings> settings) : DeedPage(db, PlacesPermissions.Assure)
{
    public override string TitleKey => "places.desk.assure.title";

    [BindProperty] public string? How { get; set; }

    /// <summary>The filter of the queue that this was done from, and the row that comes next there.</summary>
    [BindProperty] public string? Back { get; set; }
    [BindProperty] public string? Next { get; set; }

    protected override async Task<string> Do(CancellationToken stop)
    {
        if (How is null || !AssuranceMeans.All.Contains(How)) Wrong[""] = "places.assure.unknown_means";
        else Place.Assure(await Office(stop), How, Now);
        return "place_assured";
    }

    protected override string After(string done) => Back is null ? base.After(done)
        : $"{new QueueFilter(Back).Link(done)}{(Guid.TryParse(Next, out var next) ? $"#p-{next}" : "")}";

    private async Task<string> Office(CancellationToken stop) =>
        Who.Organisation is { } id && await Db.Set<Organization>().Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(stop) is { } name ? name : settings.Value.OfficeOf(Place.Country);
}
