using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing;

[Requires(PlacesPermissions.Edit)]
internal sealed class EditModel(Database db) : PlacePage(db, PlacesPermissions.Edit)
{
    public override string TitleKey => "places.desk.edit.title";

    [BindProperty(Name = "")] public EditForm Form { get; set; } = new();

    /// <summary>Times of the week as they stand in the form, by field.</summary>
    public Dictionary<string, string> Times { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        (Version, Form) = (Place.Version, EditForm.Of(Place));
        if (WeekForm.WeekOf(Place.Profile.Hours) is { } week)
            for (var day = 0; day < 7; day++)
                for (var n = 0; n < week.Days[day].Count; n++) (Times[$"from.{day}.{n}"], Times[$"to.{day}.{n}"]) = (week.Days[day][n].Opens.ToString(), week.Days[day][n].Closes.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        foreach (var field in Request.Form.Where(f => f.Key.StartsWith("from.", StringComparison.Ordinal) || f.Key.StartsWith("to.", StringComparison.Ordinal)).Take(28)) Times[field.Key] = field.Value.ToString();
        foreach (var (field, key) in Form.Mistakes()) Wrong[field] = key;
        var hours = HoursAsTyped();
        if (Wrong.Count > 0) return Refused();
        if (Version != Place.Version) return Behind();

        Place.Name = Form.Name!.Trim();
        ChangeKind(Form.Kind!);
        Place.Profile = Form.Into(Place.Profile, hours!);
        var waits = Place.ChangeContacts(Form.PhonesInto(Place.Profile.Phones), EditForm.Said(Form.Url), Who.Id!.Value, Now);
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

    private OpeningHours? HoursAsTyped()
    {
        var onHolidays = Form.Holidays switch { "open" => HolidayHours.Open, "closed" => HolidayHours.Closed, _ => HolidayHours.Unknown };
        switch (Form.Hours)
        {
            case "unknown": return OpeningHours.NotKnown;
            case "always": return OpeningHours.DayAndNight;
            case "keep": return Place.Profile.Hours;
        }
        // What was not touched stays as it came: the same week can be written in several ways.
        if (WeekForm.Read(f => Times.GetValueOrDefault(f) ?? "", onHolidays, out var wrong) is not { } typed)
        {
            Wrong[$"from.{wrong}.0"] = "places.desk.edit.wrong_times";
            return null;
        }
        return HoursLines.Of(W, typed) == HoursLines.Of(W, Place.Profile.Hours) && typed.OnHolidays == Place.Profile.Hours.OnHolidays ? Place.Profile.Hours : typed;
    }
}
