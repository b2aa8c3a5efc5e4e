namespace Amparo.Places.Hiding;

/// <summary>Before its time: whatever was hidden comes back before readers, once two have said so.</summary>
[Requires(PlacesPermissions.EndMassHide)]
internal sealed class EndModel(Database db, Gazetteer gazetteer) : HidingPage(db, gazetteer, PlacesPermissions.EndMassHide)
{
    public override string TitleKey => "places.desk.mass.end";

    protected override string Do()
    {
        return Hiding.AskToEnd(Who.Id!.Value, Now) ? "place_mass_ended" : "place_mass_asked";
    }
}
