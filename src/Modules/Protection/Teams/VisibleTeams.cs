namespace Amparo.Protection.Teams;

internal static class VisibleTeams
{
    private static readonly ScopeOf<Team> Where = new(t => t.Country, t => t.Organisation);

    /// <summary>The teams that this act of this person reaches, whether she is in them or not: names and functions, no file.</summary>
    public static IQueryable<Team> TeamsWithin(this Database db, CurrentUser user, string act) => db.Set<Team>().For(user, act, Where);

    /// <summary>Those of them to which she belongs: the only way to what a team keeps.</summary>
    public static IQueryable<Team> TeamsFor(this Database db, CurrentUser user, string act)
    {
        var me = user.Id;
        return db.TeamsWithin(user, act).Where(t => db.Set<Member>().Any(m => m.TeamId == t.Id && m.AccountId == me && m.LeftAt == null));
    }
}
