using Amparo.Places.Desk.Editing;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

[Requires(PlacesPermissions.Propose)]
internal sealed class EditMineModel(Database db) : MineSection(db), IBasics
{
    private OpeningHours? _hours;

    public override string TitleKey => "places.mine.edit.title";
    public override string Section => "basics";

    [BindProperty(Name = "")] public EditForm Form { get; set; } = new();

    public Dictionary<string, string> Times { get; } = [];
    public OpeningHours HoursBefore => Profile.Hours;

    protected override void Fill()
    {
        Form = EditForm.Of(Here);
        this.FillWeek();
    }

    protected override void Check() => _hours = this.Read(Request.Form);

    protected override Says Asked()
    {
        var profile = Form.Into(Profile, _hours!);
        return new(Form.Name!.Trim(), Form.Kind!, profile with { Serves = Ordered(profile.Serves, Profile.Serves), Languages = Ordered(profile.Languages, Profile.Languages) }, SaysWhere.Of(Here));
    }
}
