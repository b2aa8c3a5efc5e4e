using Amparo.Places.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Proposing;

/// <summary>A steward gives an entry into the hands of its organisation: one invitation for all entries of that organisation.</summary>
[Requires(PlacesPermissions.InvitePartner)]
internal sealed class InvitePartnerModel(Database db, PartnerInvitations partners) : PlacePage(db, PlacesPermissions.InvitePartner)
{
    public override string TitleKey => "places.desk.invite_partner.title";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Language { get; set; }

    /// <summary>Of an entry that belongs to nobody yet: who runs it.</summary>
    [BindProperty] public string? Organization { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        PartnerInvitations.Check(Email, Name, Language, Wrong);
        if (Place.OrganizationId is null && Organization?.Trim() is not { Length: > 1 and <= 300 }) Wrong["Organization"] = "places.desk.invite_partner.wrong_organization";
        if (Wrong.Count > 0) return Refused();

        var (account, token) = await partners.Into(Place, Organization ?? "", Email!, Name!, Language!, Who, PlacesPermissions.InvitePartner, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={await partners.Send(account, token, stop)}");
    }
}
