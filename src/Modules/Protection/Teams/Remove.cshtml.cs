using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>Takes a colleague out of a team: from now on she opens nothing of it, and what is written from now on is under other keys.</summary>
[Requires(ProtectionPermissions.LeadTeam)]
internal sealed class RemoveMemberModel(Database db, ShareRings rings) : TeamPage(db, ProtectionPermissions.LeadTeam)
{
    public override string TitleKey => "protection.team.remove";

    [BindProperty] public Guid Member { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        var member = await MemberOf(Member, stop);
        member.Leave(Now);
        await rings.Take(Team, member, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=member_removed");
    }
}
