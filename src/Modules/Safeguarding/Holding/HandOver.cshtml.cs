using System.Security.Cryptography;
using Amparo.Safeguarding.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Holding;

/// <summary>
/// Earlier complaints, sealed anew for somebody who was confirmed later, by one who can open them and in her session: nobody
/// else could. What is said of the other's own organisation is not among them.
/// </summary>
[Requires(SafeguardingPermissions.HandOver)]
internal sealed class HandOverModel(Database db, Holders holders, OwnKey keys) : ConsolePage
{
    private const int Most = 2000;

    public override string TitleKey => "safeguarding.people.hand_over";

    [BindProperty] public Guid Account { get; set; }

    public IActionResult OnGet() => Redirect(TellHolders.PeoplePath);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var active = await holders.Active(stop);
        RuleBroken.Unless(active.Any(h => h.Account.Id == Who.Id), "safeguarding.rule.not_a_reader");
        RuleBroken.Unless(Account != Who.Id && active.Any(h => h.Account.Id == Account), "safeguarding.rule.not_confirmed");
        var (to, me) = (active.First(h => h.Account.Id == Account), Who.Id!.Value);
        var own = await keys.Of(HttpContext, Who, stop);
        RuleBroken.Unless(own is not null, "safeguarding.rule.no_key");

        var known = await db.Set<Copy>().Where(c => c.AccountId == Account).ToDictionaryAsync(c => c.ComplaintId, stop);
        var mine = await db.ComplaintsFor(Who, SafeguardingPermissions.HandOver).AsNoTracking().OrderBy(c => c.Id)
            .Join(db.Set<Copy>().AsNoTracking().Where(c => c.AccountId == me), c => c.Id, c => c.ComplaintId, (complaint, copy) => new { complaint, copy }).ToListAsync(stop);
        foreach (var one in mine.Where(m => !known.TryGetValue(m.complaint.Id, out var there) || there.MadeAt < to.Record!.ConfirmedAt).Take(Most))
        {
            if (one.copy.Open(own!) is not { } key || Told.Open(one.complaint, key) is not { } told || !to.May(told, one.complaint.Country, one.complaint.ReceivedAt)) continue;
            if (known.TryGetValue(one.complaint.Id, out var old)) old.Renew(to.PublicKey!, key, me, Now);
            else db.Add(Copy.For(one.complaint.Id, to.Account.Id, to.PublicKey!, key, Now, me));
            CryptographicOperations.ZeroMemory(key);
        }
        CryptographicOperations.ZeroMemory(own);
        db.Record(SafeguardingPermissions.HandOver, "kernel_account", Account, outcome: AuditOutcomes.Done);
        await db.SaveChangesAsync(stop);
        return Redirect($"{TellHolders.PeoplePath}?done=complaints_handed");
    }
}
