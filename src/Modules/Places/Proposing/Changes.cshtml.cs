using Amparo.Places.Entries;

namespace Amparo.Places.Proposing;

/// <param name="Name">Of the entry.</param>
internal sealed record WaitingChange(Guid PlaceId, string Name, string Country, string? Organization, DateTimeOffset At);

/// <summary>What organisations want their entries to say, the oldest first.</summary>
[Requires(PlacesPermissions.DecideChanges)]
internal sealed class ChangesModel(Database db) : ConsolePage
{
    public const string Path = "/console/places/changes";
    private const int PageSize = 50;

    public override string TitleKey => "places.desk.changes.title";

    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Waiting = await db.ChangesFor(Who, PlacesPermissions.DecideChanges).Where(c => c.State == ProposalStates.Waits)
            .Join(db.Set<Place>(), c => c.PlaceId, p => p.Id, (c, p) => new { c.At, p.Id, p.Name, p.Country, Organization = p.Organization == null ? null : p.Organization.Name })
            .OrderBy(c => c.At).Take(PageSize).Select(c => new WaitingChange(c.Id, c.Name, c.Country, c.Organization, c.At)).ToListAsync(stop);
}

internal static class VisibleChanges
{
    /// <summary>Proposals of entries that this act of this person reaches.</summary>
    public static IQueryable<ProposedChange> ChangesFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<ProposedChange>().Where(c => places.Any(p => p.Id == c.PlaceId));
    }
}
