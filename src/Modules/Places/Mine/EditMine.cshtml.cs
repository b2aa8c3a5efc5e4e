using Amparo.Places.Desk;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>The form of the stewards, by which an organisation asks. What it sends changes nothing until a steward accepts it.</summary>
[Requires(PlacesPermissions.Propose)]
internal sealed class EditMineModel(Database db) : PlacePage(db, PlacesPermissions.Propose), IBasics
{
    public override string TitleKey => "places.mine.edit.title";

    [BindProperty(Name = "")] public EditForm Form { get; set; } = new();

    public Dictionary<string, string> Times { get; } = [];
    public OpeningHours HoursBefore => Here.Profile.Hours;

    /// <summary>The entry with what this organisation asked for before and nobody has decided.</summary>
    private Place Here { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadHere(stop)) return NotFound();
        (Version, Form) = (Place.Version, EditForm.Of(Here));
        this.FillWeek();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadHere(stop)) return NotFound();
        var hours = this.Read(Request.Form);
        if (Wrong.Count > 0) return Refused();
        if (Version != Place.Version) return Behind();

        var profile = Form.Into(Here.Profile, hours!) with { Phones = Form.PhonesInto(Here.Profile.Phones), Url = EditForm.Said(Form.Url), Email = EditForm.Said(Form.Email) };
        // The form has an order of its own: another order is no wish.
        if (profile.Serves.ToHashSet().SetEquals(Here.Profile.Serves)) profile = profile with { Serves = Here.Profile.Serves };
        if (profile.Languages.ToHashSet().SetEquals(Here.Profile.Languages)) profile = profile with { Languages = Here.Profile.Languages };
        var after = new Says(Form.Name!.Trim(), Form.Kind!, profile);
        RuleBroken.Unless(await Propose.Change(Db, Place, after, Who, Now, stop), "places.mine.nothing_changed");
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/mine/{Place.Id}?done=mine_proposed");
    }

    private async Task<bool> LoadHere(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        var id = Place.Id;
        var waiting = await Db.Set<ProposedChange>().AsNoTracking().Where(c => c.PlaceId == id && c.State == ProposalStates.Waits).OrderByDescending(c => c.At).FirstOrDefaultAsync(stop);
        Here = waiting is null ? Place : Place.WithChange(waiting.Before, waiting.After);
        return true;
    }
}
