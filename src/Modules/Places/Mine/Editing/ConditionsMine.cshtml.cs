using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

[Requires(PlacesPermissions.Propose)]
internal sealed class ConditionsMineModel(Database db) : MineSection(db), IConditions
{
    public override string TitleKey => "places.desk.conditions.title";
    public override string Section => "conditions";

    [BindProperty(Name = "")] public ConditionsForm Form { get; set; } = new();

    public bool SaysWay => Place.Disclosure == Disclosures.Exact;

    protected override void Fill() => Form = ConditionsForm.Of(Profile);

    protected override void Check()
    {
        foreach (var (field, key) in Form.Mistakes()) Wrong[field] = key;
    }

    protected override Says Asked()
    {
        var profile = Form.Into(Profile, SaysWay);
        return With(profile with { Accessibility = Ordered(profile.Accessibility, Profile.Accessibility), Interpreters = Ordered(profile.Interpreters, Profile.Interpreters) });
    }
}
