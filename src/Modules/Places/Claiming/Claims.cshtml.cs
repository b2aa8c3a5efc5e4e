using Amparo.Places.Entries;

namespace Amparo.Places.Claiming;

/// <param name="Name">Of the entry.</param>
internal sealed record OpenClaim(Guid PlaceId, string Name, string Country, string Organisation, DateTimeOffset At, string State);

/// <summary>Who asks to keep an entry, the oldest first.</summary>
[Requires(PlacesPermissions.DecideChanges)]
internal sealed class ClaimsModel(Database db) : ConsolePage
{
    public const string Path = "/console/places/claims";
    private const int Most = 100;

    public override string TitleKey => "places.desk.claims.title";

    public IReadOnlyList<OpenClaim> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Open = await db.OpenClaims(Who, PlacesPermissions.DecideChanges)
            .Join(db.Set<Place>(), c => c.PlaceId, p => p.Id, (c, p) => new { c, p.Name, p.Country }).OrderBy(c => c.c.At).Take(Most)
            .Select(c => new OpenClaim(c.c.PlaceId, c.Name, c.Country, c.c.Organisation, c.c.At, c.c.State)).ToListAsync(stop);
}

internal static class VisibleClaims
{
    /// <summary>Claims that nobody has decided, of entries that this act of this person reaches.</summary>
    public static IQueryable<Claim> OpenClaims(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<Claim>().Where(c => (c.State == ClaimStates.Waits || c.State == ClaimStates.First) && places.Any(p => p.Id == c.PlaceId));
    }
}
