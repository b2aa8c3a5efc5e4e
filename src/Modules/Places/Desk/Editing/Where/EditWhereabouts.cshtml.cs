using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Where;

/// <summary>
/// Where exactly a place is and who answers there. Whoever may not read it writes nothing of it, so both permissions are asked;
/// and that the page showed what is stored is on record before a byte of it leaves. After a lost update it shows what was typed
/// and not what is stored: that has its own page, and its own record.
/// </summary>
[Requires(PlacesPermissions.EditWhereabouts)]
internal sealed class EditWhereaboutsModel(Database db, IGeography geography, Gazetteer gazetteer, CountryShapes shapes)
    : WherePage(db, PlacesPermissions.EditWhereabouts, geography, gazetteer, shapes)
{
    public override string TitleKey => "places.desk.edit_whereabouts.title";

    [BindProperty(Name = "")] public WhereaboutsForm Form { get; set; } = new();
    [BindProperty] public string? TownName { get; set; }

    public override PointForm Point => Form;
    public IReadOnlyList<GazetteerPlace> Matches { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var shown = await base.OnGetAsync(stop);
        if (shown is NotFoundResult) return shown;
        await Db.Recorded(PlacesPermissions.SeeWhereabouts, "places_whereabouts", Place.Id, 1, AuditOutcomes.Seen, stop);
        return shown;
    }

    protected override async Task<bool> Load(CancellationToken stop) =>
        await base.Load(stop) && await Db.PlacesFor(Who, PlacesPermissions.SeeWhereabouts).AnyAsync(p => p.Id == PlaceId, stop);

    protected override Task Fill(CancellationToken stop)
    {
        Form = new() { StaffContact = Place.Whereabouts.StaffContact, Notes = Place.Whereabouts.Notes };
        Form.Fill(Place.Whereabouts);
        Draw(AreaPoint);
        return Task.CompletedTask;
    }

    protected override Task LookUp(string step, CancellationToken stop)
    {
        var town = TownChoice.Of(Gazetteer, TownName, null, Place.Country);
        if (step == "find" && town.Chosen is { } found) Form.Put(found.Point);
        else if (step == "find") Matches = town.Matches;
        else Form.Take(step);
        if (step == "look") CheckPoint(Place.Country, Place.Admin1Name);
        Draw(AreaPoint);
        return Task.CompletedTask;
    }

    protected override Task Check(CancellationToken stop)
    {
        if (Form.StaffContact?.Length > WhereaboutsForm.LongestContact || Form.Notes?.Length > WhereaboutsForm.LongestNotes) Wrong["Notes"] = "places.desk.edit_whereabouts.too_long";
        CheckPoint(Place.Country, Place.Admin1Name);
        Draw(AreaPoint);
        return Task.CompletedTask;
    }

    protected override Task Write(CancellationToken stop)
    {
        Say(PlaceTexts.Of(Place) with { Address = EditForm.Said(Form.Address) });
        Form.Into(Place.Whereabouts);
        (Place.Whereabouts.StaffContact, Place.Whereabouts.Notes) = (EditForm.Said(Form.StaffContact), EditForm.Said(Form.Notes));
        return Task.CompletedTask;
    }
}
