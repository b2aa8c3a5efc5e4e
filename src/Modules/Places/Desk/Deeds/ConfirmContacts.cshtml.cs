using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

[Requires(PlacesPermissions.ConfirmContacts)]
internal sealed class ConfirmContactsModel(Database db) : DeedPage(db, PlacesPermissions.ConfirmContacts)
{
    public override string TitleKey => "places.desk.confirm_contacts.title";

    [BindProperty] public string? Decision { get; set; }

    protected override Task<string> Do(CancellationToken stop)
    {
        if (Decision == "yes") Place.ConfirmContacts(Who.Id!.Value);
        else if (Decision == "no") Place.RefuseContacts();
        else Wrong[""] = "places.desk.second.choose";
        return Task.FromResult(Decision == "yes" ? "place_contacts" : "place_refused");
    }
}
