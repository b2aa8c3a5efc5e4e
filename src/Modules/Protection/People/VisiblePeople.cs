using Amparo.Protection.Granting;
using Amparo.Protection.Teams;

namespace Amparo.Protection.People;

internal static class VisiblePeople
{
    /// <summary>
    /// The only way to people's files: those for which a team of this person holds a grant that lives, in a team that this act
    /// reaches. To view in one country and to refer in another never add up.
    /// </summary>
    public static IQueryable<Person> PeopleFor(this Database db, CurrentUser user, string act, DateTimeOffset now)
    {
        var teams = db.TeamsFor(user, act).Select(t => t.Id);
        return db.Set<Person>().Where(p => db.Set<FileGrant>().Any(g => g.PersonId == p.Id && g.EndedAt == null && (g.Until == null || g.Until > now) && teams.Contains(g.TeamId)));
    }

    /// <summary>Those whose file a team of this person keeps: who gives a file on, or records a consent, keeps it.</summary>
    public static IQueryable<Person> PeopleKeptFor(this Database db, CurrentUser user, string act)
    {
        var teams = db.TeamsFor(user, act).Select(t => t.Id);
        return db.Set<Person>().Where(p => teams.Contains(p.TeamId));
    }
}
