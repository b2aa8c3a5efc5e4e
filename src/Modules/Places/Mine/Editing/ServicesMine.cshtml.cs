using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

/// <summary>What is given at the place, with what was asked for; each line leads to its own page.</summary>
[Requires(PlacesPermissions.Propose)]
internal sealed class ServicesMineModel(Database db) : MinePage(db)
{
    public override string TitleKey => "places.desk.services.title";
    public override string Section => "services";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();
}
