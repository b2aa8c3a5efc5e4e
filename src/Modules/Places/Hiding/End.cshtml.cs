namespace Amparo.Places.Hiding;

/// <summary>Before its time: whatever was hidden comes back before readers.</summary>
[Requires(PlacesPermissions.EndMassHide)]
internal sealed class EndModel(Database db, Gazetteer gazetteer) : HidingPage(db, gazetteer, PlacesPermissions.EndMassHide)
{
    public override string TitleKey => "places.desk.mass.end";

    protected override string Do()
    {
        Hiding.End(Who.Id!.Value, Now);
        return "place_mass_ended";
    }
}
