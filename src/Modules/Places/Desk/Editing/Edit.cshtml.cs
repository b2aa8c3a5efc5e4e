using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing;

[Requires(PlacesPermissions.Edit)]
internal sealed class EditModel(Database db) : PlacePage(db, PlacesPermissions.Edit), ISection, IBasics
{
    public override string TitleKey => "places.desk.edit.title";
    public string Section => "basics";
    public string Home => Path;

    [BindProperty(Name = "")] public EditForm Form { get; set; } = new();

    public Dictionary<string, string> Times { get; } = [];
    public OpeningHours HoursBefore => Place.Profile.Hours;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        (Version, Form) = (Place.Version, EditForm.Of(Place));
        this.FillWeek();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        var hours = this.Read(Request.Form);
        if (Wrong.Count > 0) return Refused();
        if (Version != Place.Version) return Behind();

        Place.BecomeKind(Form.Kind!);
        var waits = Place.Write(PlaceTexts.Of(Place) with { Name = Form.Name!.Trim(), Profile = Form.Into(Place.Profile, hours!) }, Who.Id!.Value, Now);
        var anew = Place.LookAnew();
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={(waits ? "place_edited_waits" : anew ? "place_edited_anew" : "place_edited")}");
    }
}
