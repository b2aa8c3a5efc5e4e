using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>A colleague lost her password and her recovery codes, and has another key now: somebody who knows that it is she gives her the team's keys again.</summary>
[Requires(ProtectionPermissions.LeadTeam)]
internal sealed class GiveAnewModel(Database db, ShareRings rings) : TeamPage(db, ProtectionPermissions.LeadTeam)
{
    public override string TitleKey => "protection.team.give_anew";

    [BindProperty] public Guid Member { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        var member = await MemberOf(Member, stop);
        RuleBroken.Unless(member.AccountId != Who.Id, "protection.rule.not_oneself");
        await rings.GiveAnew(Team, member, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=keys_given");
    }
}
