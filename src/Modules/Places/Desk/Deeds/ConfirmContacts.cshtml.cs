using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

[Requires(PlacesPermissions.ConfirmContacts)]
internal sealed class ConfirmContactsModel(Database db) : DeedPage(db, PlacesPermissions.ConfirmContacts)
{
    public override string TitleKey => "places.desk.confirm_contacts.title";

    [BindProperty] public string? Decision { get; set; }

    /// <summary>Fact, what readers see of it, what they would see.</summary>
    public IEnumerable<(string Key, string Now, string Then)> Compared()
    {
        var (now, then) = (PlaceFacts.Of(W, Place, ClockOf), PlaceFacts.Of(W, Place.With(Place.Confirmed(), Place.Kind), ClockOf));
        return now.Where(f => f.Key is not ("status" or "disclosure" or "assured" or "verified") && then[f.Key] != f.Value).Select(f => (f.Key, f.Value, then[f.Key]));
    }

    protected override Task<string> Do(CancellationToken stop)
    {
        if (Decision == "yes") Place.ConfirmContacts(Who.Id!.Value);
        else if (Decision == "no") Place.RefuseContacts();
        else Wrong[""] = "places.desk.second.choose";
        return Task.FromResult(Decision == "yes" ? "place_contacts" : "place_refused");
    }
}
