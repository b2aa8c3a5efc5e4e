namespace Amparo.Office.Accounts;

internal static class VisibleAccounts
{
    private static readonly ScopeOf<Account> Where = new(a => a.Country, a => a.Organisation);

    /// <summary>The only way to the accounts of others: those that this act of this person reaches.</summary>
    public static IQueryable<Account> AccountsFor(this Database db, CurrentUser user, string act) => db.Set<Account>().For(user, act, Where);
}
