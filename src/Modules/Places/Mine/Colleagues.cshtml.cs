using Amparo.Contracts;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>
/// Whoever works for an organisation invites others of it: as partners, in that organisation, and nowhere else. Where it has a hidden
/// place a steward decides: whoever comes in reads where it is, and one stolen account must not be the door to a refuge.
/// </summary>
[Requires(PlacesPermissions.InviteColleague)]
internal sealed class ColleaguesModel(Database db, Invitations invitations, PartnerInvitations partners) : ConsolePage
{
    public override string TitleKey => "places.mine.invite.title";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public Guid? Organisation { get; set; }

    public IReadOnlyList<NamedScope> Organisations { get; private set; } = [];

    /// <summary>Those who are there already.</summary>
    public IReadOnlyList<(string Name, string State)> Colleagues { get; private set; } = [];

    /// <summary>Those for whom a steward decides.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => await LoadChoices(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadChoices(stop);
        PartnerInvitations.Check(Email, Name, Language, Wrong);
        var organisation = Organisation ?? (Organisations.Count == 1 ? Organisations[0].Id : Guid.Empty);
        if (Organisations.All(o => o.Id != organisation)) Wrong["Organisation"] = "places.mine.invite.wrong_organization";
        if (Wrong.Count > 0) return Refused();
        if (await HiddenOfOrganisation.Of(db, organisation).AnyAsync(stop))
        {
            db.Add(new AskedInvitation { PlaceId = await FreeHidden(organisation, stop), RunBy = Organisations.Single(o => o.Id == organisation).Name, Email = Email!.Trim(), Name = Name!.Trim(), Language = Language!, By = Who.Id!.Value, At = Now });
            await db.SaveChangesAsync(stop);
            return Redirect("/console/mine/colleagues?done=colleague_waits");
        }
        var (account, token) = await invitations.Invite(Email!, Name!, Language!, null, organisation, stop);
        partners.Give(account, organisation, Who.Id, PlacesPermissions.InviteColleague);
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/mine/colleagues?done={await partners.Send(account, token, stop)}");
    }

    // Stewards decide it at the place. Each place holds one at a time, so that none hides another.
    private async Task<Guid> FreeHidden(Guid organisation, CancellationToken stop)
    {
        var free = await HiddenOfOrganisation.Of(db, organisation).Where(p => !db.Set<AskedInvitation>().Any(i => i.PlaceId == p.Id)).OrderBy(p => p.Status == PlaceStatus.Withdrawn).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(stop);
        RuleBroken.Unless(free is not null, "places.invite.one_waits");
        return free!.Value;
    }

    private async Task LoadChoices(CancellationToken stop)
    {
        var ids = Who.ReachFor(PlacesPermissions.InviteColleague).Organisations;
        Organisations = await db.Set<Organization>().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new NamedScope(o.Id, o.Name)).ToListAsync(stop);
        var own = ids.Select(i => (Guid?)i).ToList();
        Asked = await db.Set<AskedInvitation>().Where(i => db.Set<Place>().Any(p => p.Id == i.PlaceId && own.Contains(p.OrganizationId))).OrderBy(i => i.At).Select(i => i.Name).ToListAsync(stop);
        Colleagues = [.. (await db.Set<Account>().AsNoTracking().Where(a => own.Contains(a.Organisation)).OrderBy(a => a.Name).Take(200).Select(a => new { a.Name, a.FirstSignInAt, a.DisabledAt }).ToListAsync(stop))
            .Select(a => (a.Name, a.DisabledAt is not null ? "disabled" : a.FirstSignInAt is null ? "invited" : "active"))];
    }
}
