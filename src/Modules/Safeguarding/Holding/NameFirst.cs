using Amparo.Contracts.Safeguarding;

namespace Amparo.Safeguarding.Holding;

/// <summary>The first who reads, said by who stands at the machine, and only while nobody else could say it.</summary>
internal sealed class NameFirst(Database db, Holders holders, TimeProvider clock) : IFirstReader
{
    public async Task Name(string email, CancellationToken stop)
    {
        var key = Account.KeyOf(email);
        RuleBroken.Unless((await holders.Active(stop)).Count == 0, "safeguarding.rule.not_the_first");
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.EmailKey == key && a.DisabledAt == null, stop);
        RuleBroken.Unless(account is not null, "safeguarding.rule.no_account");
        var publicKey = await db.Set<AccountKey>().Where(k => k.AccountId == account!.Id).Select(k => k.PublicKey).SingleOrDefaultAsync(stop);
        RuleBroken.Unless(publicKey is not null, "safeguarding.rule.not_begun");
        var isInRegion = await db.Set<Assignment>().Where(a => a.AccountId == account!.Id && a.Role == Contracts.RoleNames.SafeguardingPerson && a.ScopeKind == Scope.RegionKind).AnyAsync(stop);
        if (!isInRegion) db.Add(new Assignment { AccountId = account!.Id, Role = Contracts.RoleNames.SafeguardingPerson, ScopeKind = Scope.RegionKind, ScopeValue = "", GivenAt = clock.GetUtcNow() });
        var holder = await db.Set<Holder>().SingleOrDefaultAsync(h => h.AccountId == account!.Id, stop);
        if (holder is null) db.Add(holder = new Holder { AccountId = account!.Id, NamedAt = clock.GetUtcNow() });
        holder.Confirm(publicKey!, null, clock.GetUtcNow());
        db.Record(SafeguardingPermissions.Work, "kernel_account", account!.Id, outcome: AuditOutcomes.Done);
        await db.SaveChangesAsync(stop);
    }
}
