using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk;

/// <summary>Where exactly a place is, and who answers there. That it was read is on record before a byte of it leaves.</summary>
[Requires(PlacesPermissions.SeeWhereabouts)]
internal sealed class WhereaboutsModel(Database db) : PlacePage(db, PlacesPermissions.SeeWhereabouts)
{
    public override string TitleKey => "places.desk.whereabouts.title";

    public bool MayEdit => May(PlacesPermissions.EditWhereabouts);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        await Db.Recorded(PlacesPermissions.SeeWhereabouts, "places_whereabouts", Place.Id, 1, AuditOutcomes.Seen, stop);
        return Page();
    }
}
