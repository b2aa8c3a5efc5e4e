using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

[Requires(PlacesPermissions.ConfirmContacts)]
internal sealed class ConfirmContactsModel(Database db) : DeedPage(db, PlacesPermissions.ConfirmContacts)
{
    public override string TitleKey => "places.desk.confirm_contacts.title";

    private Organization? _givenTo;

    [BindProperty] public string? Decision { get; set; }

    /// <summary>Fact, what readers see of it, what they would see.</summary>
    public IEnumerable<(string Key, string Now, string Then)> Compared()
    {
        var (now, then) = (PlaceFacts.Of(W, Place, ClockOf), PlaceFacts.Of(W, Place.With(Place.Confirmed(), Place.Kind), ClockOf));
        if (_givenTo is not null) then["organization"] = _givenTo.Name;
        return now.Where(f => f.Key is not ("status" or "disclosure" or "assured" or "verified") && then[f.Key] != f.Value).Select(f => (f.Key, f.Value, then[f.Key]));
    }

    /// <summary>A hidden place is to be given to an organisation.</summary>
    public bool IsGiven => Place.ProposedContacts?.Organization is not null;

    protected override async Task<bool> Load(CancellationToken stop)
    {
        if (!await base.Load(stop)) return false;
        if (Place.ProposedContacts?.Organization is { } given) _givenTo = await Db.Set<Organization>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == given, stop);
        return true;
    }

    protected override Task<string> Do(CancellationToken stop)
    {
        if (Decision == "yes")
        {
            // The same reach as of who asked: nobody passes a refuge on who holds less than its country.
            RuleBroken.Unless(!IsGiven || (Who.ReachFor(PlacesPermissions.ConfirmContacts) is var reach && (reach.Everywhere || reach.Countries.Contains(Place.Country))), "places.contacts.whole_country");
            RuleBroken.Unless(!IsGiven || _givenTo is not null, "places.contacts.organization_gone");
            Place.ConfirmContacts(Who.Id!.Value);
        }
        else if (Decision == "no") Place.RefuseContacts();
        else Wrong[""] = "places.desk.second.choose";
        return Task.FromResult(Decision == "yes" ? "place_contacts" : "place_refused");
    }
}
