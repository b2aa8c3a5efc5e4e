using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Consent;

/// <summary>She took it back. It needs no reason, no key and nobody's leave.</summary>
[Requires(ProtectionPermissions.WithdrawConsent)]
internal sealed class WithdrawModel(Database db, Ledger ledger) : FilePage(db, ProtectionPermissions.WithdrawConsent)
{
    public override string TitleKey => "protection.consent.withdraw";

    [BindProperty] public Guid Entry { get; set; }

    protected override bool IsForKeepers => true;
    protected override bool NeedsReason => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ?? Redirect($"{Path}/consent");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        var (id, person) = (Entry, PersonId);
        var entry = await Db.Set<ConsentEntry>().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == person, stop) ?? throw new RuleBroken("protection.rule.no_such_line");
        await ledger.Withdraw(Person, entry, null, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/consent?done=consent_withdrawn");
    }
}
