namespace Amparo.Places.Hiding;

/// <summary>Three more days: asked by one, agreed by another.</summary>
[Requires(PlacesPermissions.RenewMassHide)]
internal sealed class GoOnModel(Database db, Gazetteer gazetteer) : HidingPage(db, gazetteer, PlacesPermissions.RenewMassHide)
{
    public override string TitleKey => "places.desk.mass.go_on";

    protected override string Do()
    {
        Hiding.AskToGoOn(Who.Id!.Value, Now);
        return "place_mass_asked";
    }
}
