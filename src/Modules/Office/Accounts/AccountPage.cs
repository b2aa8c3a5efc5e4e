using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

/// <summary>A page about one account of somebody else: what the person's reach for this very act does not hold is not there.</summary>
internal abstract class AccountPage(Database db) : ConsolePage
{
    [FromRoute] public Guid AccountId { get; set; }

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];

    protected Database Db => db;

    protected async Task<bool> Load(string act, CancellationToken stop)
    {
        if (await db.AccountsFor(Who, act).SingleOrDefaultAsync(a => a.Id == AccountId, stop) is not { } account) return false;
        Account = account;
        Assignments = await db.Set<Assignment>().Where(a => a.AccountId == account.Id).OrderBy(a => a.Role).ThenBy(a => a.ScopeKind).ToListAsync(stop);
        return true;
    }

    /// <summary>Nobody acts upon an account that reaches further than they do, nor upon their own: one could shut out the other's watch, or raise oneself.</summary>
    protected void MustBeWithin(string act)
    {
        RuleBroken.Unless(Account.Id != Who.Id, "office.accounts.not_oneself");
        var reach = Who.ReachFor(act);
        RuleBroken.Unless(Assignments.All(a => reach.Covers(a.Scope)), "office.accounts.wider_than_you");
    }
}
