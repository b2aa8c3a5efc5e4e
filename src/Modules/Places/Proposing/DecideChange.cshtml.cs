using Amparo.Places.Desk;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Proposing;

/// <summary>What an organisation wants, beside what is there now; accepted or declined with a reason that the organisation reads.</summary>
[Requires(PlacesPermissions.DecideChanges)]
internal sealed class DecideChangeModel(Database db) : PlacePage(db, PlacesPermissions.DecideChanges)
{
    public override string TitleKey => "places.desk.change.title";

    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public string? Reason { get; set; }

    /// <summary>The proposal that the person saw: a newer one is looked at first.</summary>
    [BindProperty] public Guid Change { get; set; }

    public ProposedChange? Waiting { get; private set; }
    public string? Organization { get; private set; }

    /// <summary>Fact, what it is now, what it would be.</summary>
    public IEnumerable<(string Key, string Now, string Then)> Compared() => Waiting is null ? [] : Comparison.Of(W, Place, Waiting, ClockOf);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadChange(stop)) return NotFound();
        Version = Place.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadChange(stop)) return NotFound();
        RuleBroken.Unless(Waiting is not null && Waiting.Id == Change, "places.change.decided");
        if (Version != Place.Version) return Behind();
        var waits = false;
        if (Decision == "accept") waits = Waiting!.Accept(Place, Who.Id!.Value, Now);
        else if (Decision == "decline") Waiting!.Decline(Reason, Who.Id!.Value, Now);
        else Wrong[""] = "places.desk.second.choose";
        if (Wrong.Count > 0) return Refused();
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={(Decision == "decline" ? "change_declined" : waits ? "change_accepted_waits" : "change_accepted")}");
    }

    private async Task<bool> LoadChange(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        var id = Place.Id;
        Waiting = await Db.Set<ProposedChange>().Where(c => c.PlaceId == id && c.State == ProposalStates.Waits).OrderByDescending(c => c.At).FirstOrDefaultAsync(stop);
        if (Waiting?.Organisation is { } organisation) Organization = await Db.Set<Organization>().Where(o => o.Id == organisation).Select(o => o.Name).SingleOrDefaultAsync(stop);
        return true;
    }
}

internal static class Comparison
{
    // These are no part of what an organisation may ask for.
    private static readonly string[] Others = ["status", "disclosure", "assured", "verified"];

    public static IEnumerable<(string Key, string Now, string Then)> Of(Words w, Place place, ProposedChange change, string? clock)
    {
        var (now, then) = (PlaceFacts.Of(w, place, clock), PlaceFacts.Of(w, place.WithChange(change.Before, change.After), clock));
        return now.Where(f => !Others.Contains(f.Key) && then[f.Key] != f.Value).Select(f => (f.Key, f.Value, then[f.Key]));
    }
}
