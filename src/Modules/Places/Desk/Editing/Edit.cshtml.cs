using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing;

[Requires(PlacesPermissions.Edit)]
internal sealed class EditModel(Database db) : PlacePage(db, PlacesPermissions.Edit), ISection, IBasics
{
    public override string TitleKey => "places.desk.edit.title";
    public string Section => "basics";

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

        Place.Name = Form.Name!.Trim();
        ChangeKind(Form.Kind!);
        Place.Profile = Form.Into(Place.Profile, hours!);
        var waits = Place.ChangeContacts(Form.PhonesInto(Place.Profile.Phones), EditForm.Said(Form.Url), Who.Id!.Value, Now, EditForm.Said(Form.Email) ?? "");
        var anew = Place.LookAnew();
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={(waits ? "place_edited_waits" : anew ? "place_edited_anew" : "place_edited")}");
    }

    // A shelter that was entered as "other" must not keep its door on the map because somebody mended the word.
    private void ChangeKind(string kind)
    {
        if (kind == Place.Kind) return;
        Place.Kind = kind;
        var usual = Place.DefaultDisclosure(kind, isHomeOrRefuge: false);
        if (Disclosures.All.ToList().IndexOf(usual) > Disclosures.All.ToList().IndexOf(Place.Disclosure)) Place.HideTo(usual);
    }
}
