using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Services;

/// <summary>What is given at the place, one line for each service.</summary>
[Requires(PlacesPermissions.Edit)]
internal sealed class ServicesModel(Database db) : PlacePage(db, PlacesPermissions.Edit), ISection
{
    public override string TitleKey => "places.desk.services.title";
    public string Section => "services";
    public string Home => Path;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();
}
