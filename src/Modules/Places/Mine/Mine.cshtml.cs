using Amparo.Contracts.Places;
using Amparo.Places.Desk;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Mine;

/// <summary>All entries of one's own organisation, each to be confirmed or corrected; those that wait longest stand first.</summary>
[Requires(PlacesPermissions.Mine)]
internal sealed class MineModel(Database db, IOptions<PlacesSettings> settings) : ConsolePage
{
    public const string Path = "/console/mine";
    private const int PageSize = 50, LastPage = 200;

    public override string TitleKey => "places.mine.title";

    [FromQuery] public string? Q { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<PlaceLine> Places { get; private set; } = [];
    public IReadOnlySet<Guid> Waiting { get; private set; } = new HashSet<Guid>();
    public bool HasMore { get; private set; }
    public PlaceFilter Filter => new(Q, null, null, State is PlaceStates.Due or PlaceStates.Doubtful ? State : null, PlaceFilter.ByAssurance);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        var found = await Filter.Of(db.PlacesFor(Who, PlacesPermissions.Mine), settings.Value, Now).AsNoTracking()
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).Select(PlaceLine.From).ToListAsync(stop);
        (Places, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize && Number < LastPage);
        var ids = Places.Select(p => p.Id).ToList();
        Waiting = (await db.ChangesFor(Who, PlacesPermissions.Mine).Where(c => ids.Contains(c.PlaceId) && c.State == ProposalStates.Waits).Select(c => c.PlaceId).ToListAsync(stop)).ToHashSet();
    }

    public IEnumerable<string> StatesOf(PlaceLine place) => PlaceStates.Of(place, settings.Value, Now);
    public string Link(int number) => $"{Path}?q={Uri.EscapeDataString(Filter.Search ?? "")}&state={Filter.State}&page={number}";
}
