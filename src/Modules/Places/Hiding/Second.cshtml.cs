using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Hiding;

/// <summary>The second person, of another account, within the hour.</summary>
[Requires(PlacesPermissions.ConfirmMassHide)]
internal sealed class SecondModel(Database db, Gazetteer gazetteer) : HidingPage(db, gazetteer, PlacesPermissions.ConfirmMassHide)
{
    public override string TitleKey => "places.desk.mass.second";

    [BindProperty] public string? Decision { get; set; }

    protected override string Do()
    {
        var ends = Hiding.EndingBy is not null;
        if (Decision == "yes") Hiding.Confirm(Who.Id!.Value, Now);
        else if (Decision == "no") Hiding.Refuse(Who.Id!.Value, Now);
        else Wrong[""] = "places.desk.second.choose";
        return ends ? Decision == "yes" ? "place_mass_ended" : "place_mass_goes_on" : Decision == "yes" ? "place_mass_confirmed" : "place_mass_refused";
    }
}
