using Amparo.Places.Desk;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>"Full tonight", said by the centre's own account. It lapses at 06:00 there; of refuges and children's homes it is never said.</summary>
[Requires(PlacesPermissions.SayFull)]
internal sealed class FullMineModel(Database db) : PlacePage(db, PlacesPermissions.SayFull)
{
    public override string TitleKey => "places.mine.full.title";

    /// <summary><c>full</c> or <c>room</c>.</summary>
    [BindProperty] public string? Say { get; set; }

    public bool IsFull => Place.FullUntil > Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Version = Place.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Say == "full") Place.SayFull(Now);
        else if (Say == "room") Place.SayRoom();
        else Wrong[""] = "places.desk.second.choose";
        if (Wrong.Count > 0) return Refused();
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/mine/{Place.Id}?done={(Say == "full" ? "mine_full" : "mine_room")}");
    }
}
