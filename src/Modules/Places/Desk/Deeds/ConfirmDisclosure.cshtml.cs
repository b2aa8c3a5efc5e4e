using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

/// <summary>The second person, of another account, looks again. What was shown cannot be taken back.</summary>
[Requires(PlacesPermissions.Disclose)]
internal sealed class ConfirmDisclosureModel(Database db) : DeedPage(db, PlacesPermissions.Disclose)
{
    public override string TitleKey => "places.desk.confirm_disclosure.title";

    [BindProperty] public string? Decision { get; set; }

    protected override Task<string> Do(CancellationToken stop)
    {
        if (Decision == "yes") Place.ConfirmDisclosure(Who.Id!.Value.ToString());
        else if (Decision == "no") Place.RefuseDisclosure();
        else Wrong[""] = "places.desk.second.choose";
        return Task.FromResult(Decision == "yes" ? "place_shown" : "place_refused");
    }
}
