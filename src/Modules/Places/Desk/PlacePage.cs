using System.Text.Json;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Places.Desk;

/// <summary>A page about one entry: what this very act of the person does not reach is not there.</summary>
internal abstract class PlacePage(Database db, string act) : ConsolePage
{
    [FromRoute] public Guid PlaceId { get; set; }

    /// <summary>The version that the person saw.</summary>
    [BindProperty] public int Version { get; set; }

    /// <summary>What the person saw, so that a lost update can be shown beside what is there now.</summary>
    [BindProperty] public string? Seen { get; set; }

    public Place Place { get; private set; } = null!;
    public bool IsBehind { get; private set; }
    public string Path => $"{ListModel.Path}/{PlaceId}";

    protected Database Db => db;

    protected virtual async Task<bool> Load(CancellationToken stop)
    {
        if (await db.PlacesFor(Who, act).Include(p => p.Organization).Include(p => p.Verifications).SingleOrDefaultAsync(p => p.Id == PlaceId, stop) is not { } place) return false;
        Place = place;
        return true;
    }

    /// <summary>Somebody changed the entry since this person saw it: both versions side by side, and nothing that was typed is lost.</summary>
    protected PageResult Behind()
    {
        IsBehind = true;
        return Refused(StatusCodes.Status409Conflict);
    }

    protected sealed override async Task<IActionResult?> ChangedMeanwhile(CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return await Load(stop) ? Behind() : NotFound();
    }

    /// <summary>The facts as they are now, for the hidden field of the form.</summary>
    public string FactsNow() => JsonSerializer.Serialize(PlaceFacts.Of(W, Place, ClockOf), CompactJson.Options);

    /// <summary>What was seen and what is there now, where the two differ.</summary>
    public IEnumerable<(string Key, string Seen, string Now)> Differences()
    {
        var (seen, now) = (PlaceFacts.Read(Seen), PlaceFacts.Of(W, Place, ClockOf));
        return now.Where(f => seen.GetValueOrDefault(f.Key) != f.Value).Select(f => (f.Key, seen.GetValueOrDefault(f.Key) ?? "", f.Value));
    }

    // The reach of each act is its own: a link to what would be refused is no help.
    protected bool May(string act) => Who.ReachFor(act) is var reach
        && (reach.Everywhere || reach.Countries.Contains(Place.Country) || (Place.OrganizationId is { } o && reach.Organisations.Contains(o)) || reach.Hubs.Contains(Place.Id));
}
