using Amparo.Office.Accounts;

namespace Amparo.Office.Audit;

internal static class VisibleAudit
{
    /// <summary>
    /// The only way to the records: all of them for the whole region; elsewhere what the accounts there did, and what was done
    /// for the organisations there. What no account did belongs to the region.
    /// </summary>
    public static IQueryable<AuditEntry> AuditFor(this Database db, CurrentUser user, string act)
    {
        var reach = user.ReachFor(act);
        var all = db.Set<AuditEntry>().AsNoTracking();
        if (reach.Everywhere) return all;
        var people = db.AccountsFor(user, act).Select(a => (Guid?)a.Id);
        var organisations = reach.Organisations.Select(o => (Guid?)o).ToList();
        return all.Where(a => people.Contains(a.By) || organisations.Contains(a.Organisation));
    }

    /// <summary>The chain is one for the region: its length would tell a part of it how much is done elsewhere.</summary>
    public static void MustBeOfTheRegion(CurrentUser user, string act) => RuleBroken.Unless(user.ReachFor(act).Everywhere, "office.audit.only_region");
}
