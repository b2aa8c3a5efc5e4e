namespace Amparo.Places.Entries;

internal static class VisiblePlaces
{
    private static readonly ScopeOf<Place> Where = new(p => p.Country, p => p.OrganizationId, p => p.Id);

    /// <summary>The only way to entries at the desk: those that this very act of this person reaches, hidden ones among them.</summary>
    public static IQueryable<Place> PlacesFor(this Database db, CurrentUser user, string act)
    {
        var places = db.Set<Place>().For(user, act, Where);
        // Said again as an equality for whoever reaches one country or one organisation: only then can an index give the rows in order.
        return user.ReachFor(act) switch
        {
            { Everywhere: false, Countries: [var only], Organisations.Count: 0, Hubs.Count: 0 } => places.Where(p => p.Country == only),
            { Everywhere: false, Countries.Count: 0, Organisations: [var only], Hubs.Count: 0 } => places.Where(p => p.OrganizationId == only),
            _ => places,
        };
    }

    /// <summary>What was reported of entries that this act of this person reaches.</summary>
    public static IQueryable<Reporting.ProblemReport> ReportsFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<Reporting.ProblemReport>().Where(r => places.Any(p => p.Id == r.PlaceId));
    }
}
