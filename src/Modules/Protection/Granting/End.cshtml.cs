using Amparo.Protection.Consent;
using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Granting;

/// <summary>Ends one access. Whatever else is wrong with the file, this always works, and it takes nothing from another access.</summary>
[Requires(ProtectionPermissions.EndAccess)]
internal sealed class EndModel(Database db, Ledger ledger) : FilePage(db, ProtectionPermissions.EndAccess)
{
    public override string TitleKey => "protection.access.end";

    [BindProperty] public Guid GrantId { get; set; }

    protected override bool IsForKeepers => true;
    protected override bool NeedsReason => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ?? Redirect($"{Path}/access");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        var (id, person) = (GrantId, PersonId);
        var grant = await Db.Set<FileGrant>().SingleOrDefaultAsync(g => g.Id == id && g.PersonId == person && g.Kind != GrantKinds.Keeper, stop) ?? throw new RuleBroken("protection.rule.no_such_line");
        RuleBroken.Unless(grant.EndedAt is null, "protection.rule.ended_already");
        await ledger.EndGrant(grant, GrantEnds.Revoked, Person, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/access?done=access_ended");
    }
}
