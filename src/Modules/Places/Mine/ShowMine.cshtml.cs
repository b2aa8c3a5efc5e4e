using Amparo.Places.Desk;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Mine;

/// <summary>One entry of one's own organisation, as readers learn of it, and what became of what was asked.</summary>
[Requires(PlacesPermissions.Mine)]
internal sealed class ShowMineModel(Database db, IOptions<PlacesSettings> settings) : PlacePage(db, PlacesPermissions.Mine)
{
    private const int Shown = 20;

    public override string TitleKey => "places.mine.one";

    public IReadOnlyList<ProposedChange> Changes { get; private set; } = [];
    public IEnumerable<string> States => PlaceStates.Of(PlaceLine.Of(Place), settings.Value, Now);
    public bool MayConfirm => Place.Status != PlaceStatus.Withdrawn && May(PlacesPermissions.ConfirmOwn);
    public bool MayPropose => May(PlacesPermissions.Propose);
    public bool MaySayFull => Place.MayBeFull && May(PlacesPermissions.SayFull);
    public bool IsFull => Place.FullUntil > Now;

    /// <summary>All that is known but for what is empty.</summary>
    public IEnumerable<KeyValuePair<string, string>> Facts => PlaceFacts.Of(W, Place, ClockOf).Where(f => f.Key is not "verified" && f.Value.Length > 0);

    public IEnumerable<string> AskedOf(ProposedChange change) => Comparison.Of(W, Place.WithChange(change.After, change.Before), change, ClockOf).Select(c => W["places.desk.fact." + c.Key]);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Changes = await Db.ChangesFor(Who, PlacesPermissions.Mine).AsNoTracking().Where(c => c.PlaceId == Place.Id).OrderByDescending(c => c.At).Take(Shown).ToListAsync(stop);
        return Page();
    }
}
