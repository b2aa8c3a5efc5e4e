using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>
/// A colleague lost her password and her recovery codes, and has another key now. Two who know that it is she say so, and the second
/// gives her the team's keys again: whoever took over an account must deceive two.
/// </summary>
[Requires(ProtectionPermissions.LeadTeam)]
internal sealed class GiveAnewModel(Database db, ShareRings rings) : TeamPage(db, ProtectionPermissions.LeadTeam)
{
    public override string TitleKey => "protection.team.give_anew";

    [BindProperty] public Guid Member { get; set; }

    /// <summary>Of the key that the page showed: who got another one meanwhile is looked at again.</summary>
    [BindProperty] public string? Print { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        var (id, me, member) = (TeamId, Who.Id!.Value, await MemberOf(Member, stop));
        RuleBroken.Unless(await Db.Set<Member>().AnyAsync(m => m.TeamId == id && m.AccountId == me && m.LeftAt == null, stop), "protection.rule.not_in_team");
        var print = await Db.Set<AccountKey>().Where(k => k.AccountId == member.AccountId).Select(k => k.PublicKey).SingleOrDefaultAsync(stop) is { } key ? SealedFor.PrintOf(key) : null;
        RuleBroken.Unless(print is not null && print == Print, "protection.rule.key_changed_again");
        var isSure = member.Vouch(me, print!);
        if (isSure) await rings.GiveAnew(Team, member, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={(isSure ? "keys_given" : "vouched")}");
    }
}
