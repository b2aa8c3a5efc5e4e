using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>Takes a colleague into a team, by somebody who is in it: nobody else could give her its keys.</summary>
[Requires(ProtectionPermissions.LeadTeam)]
internal sealed class AddMemberModel(Database db, ShareRings rings) : TeamPage(db, ProtectionPermissions.LeadTeam)
{
    public override string TitleKey => "protection.team.add";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Function { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        var (id, me, key) = (TeamId, Who.Id, Account.KeyOf(Email.Clean()));
        RuleBroken.Unless(await Db.Set<Member>().AnyAsync(m => m.TeamId == id && m.AccountId == me && m.LeftAt == null, stop), "protection.rule.not_in_team");
        RuleBroken.Unless(Functions.Rings.ContainsKey(Function ?? ""), "protection.rule.choose_function");
        var account = await Db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.EmailKey == key && a.DisabledAt == null, stop);
        RuleBroken.Unless(account is not null, "protection.rule.no_such_colleague");
        RuleBroken.Unless(!await Db.Set<Member>().AnyAsync(m => m.TeamId == id && m.AccountId == account!.Id && m.LeftAt == null, stop), "protection.rule.in_team_already");
        var member = new Member { TeamId = id, AccountId = account!.Id, Function = Function!, AddedBy = me!.Value, Since = Now };
        Db.Add(member);
        await rings.Give(Team, member, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=member_added");
    }
}
