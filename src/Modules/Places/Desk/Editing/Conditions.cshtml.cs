using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing;

[Requires(PlacesPermissions.Edit)]
internal sealed class ConditionsModel(Database db) : SectionPage(db), IConditions
{
    public override string TitleKey => "places.desk.conditions.title";
    public override string Section => "conditions";

    [BindProperty(Name = "")] public ConditionsForm Form { get; set; } = new();

    public bool SaysWay => Place.Disclosure == Disclosures.Exact;

    protected override Task Fill(CancellationToken stop)
    {
        Form = ConditionsForm.Of(Place.Profile);
        return Task.CompletedTask;
    }

    protected override Task Check(CancellationToken stop)
    {
        foreach (var (field, key) in Form.Mistakes()) Wrong[field] = key;
        return Task.CompletedTask;
    }

    protected override Task Write(CancellationToken stop)
    {
        Say(PlaceTexts.Of(Place) with { Profile = Form.Into(Place.Profile, SaysWay) });
        return Task.CompletedTask;
    }
}
