using Amparo.Contracts;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>Whoever works for an organisation invites others of it: as partners, in that organisation, and nowhere else.</summary>
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

    public async Task OnGetAsync(CancellationToken stop) => await LoadChoices(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadChoices(stop);
        PartnerInvitations.Check(Email, Name, Language, Wrong);
        var organisation = Organisation ?? (Organisations.Count == 1 ? Organisations[0].Id : Guid.Empty);
        if (Organisations.All(o => o.Id != organisation)) Wrong["Organisation"] = "places.mine.invite.wrong_organization";
        if (Wrong.Count > 0) return Refused();
        var (account, token) = await invitations.Invite(Email!, Name!, Language!, null, organisation, stop);
        partners.Give(account, organisation, Who.Id, PlacesPermissions.InviteColleague);
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/mine/colleagues?done={await partners.Send(account, token, stop)}");
    }

    private async Task LoadChoices(CancellationToken stop)
    {
        var ids = Who.ReachFor(PlacesPermissions.InviteColleague).Organisations;
        Organisations = await db.Set<Organization>().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new NamedScope(o.Id, o.Name)).ToListAsync(stop);
        var own = ids.Select(i => (Guid?)i).ToList();
        Colleagues = [.. (await db.Set<Account>().AsNoTracking().Where(a => own.Contains(a.Organisation)).OrderBy(a => a.Name).Take(200).Select(a => new { a.Name, a.FirstSignInAt, a.DisabledAt }).ToListAsync(stop))
            .Select(a => (a.Name, a.DisabledAt is not null ? "disabled" : a.FirstSignInAt is null ? "invited" : "active"))];
    }
}
