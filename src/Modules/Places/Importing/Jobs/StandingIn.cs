namespace Amparo.Places.Importing;

/// <summary>Work that goes on for somebody who has left the page: done as that account, with what it may do now and not with what it might when it began.</summary>
internal static class StandingIn
{
    /// <returns>False where the account is disabled or gone.</returns>
    public static async Task<bool> For(Database db, CurrentUser user, Guid accountId, CancellationToken stop)
    {
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == accountId && a.DisabledAt == null).Select(a => new { a.Name, a.Language, a.Organisation }).SingleOrDefaultAsync(stop);
        if (account is null) return false;
        var grants = await (from assignment in db.Set<Assignment>()
                            where assignment.AccountId == accountId
                            join permission in db.Set<RolePermission>() on assignment.Role equals permission.Role
                            select new { permission.Act, assignment.ScopeKind, assignment.ScopeValue }).ToListAsync(stop);
        user.Session = new(accountId, Guid.Empty, account.Name, account.Language, DateTimeOffset.MinValue, [.. grants.Select(g => new Grant(g.Act, new(g.ScopeKind, g.ScopeValue)))], account.Organisation);
        return true;
    }
}
