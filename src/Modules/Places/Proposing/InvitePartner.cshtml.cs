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

    /// <summary><c>yes</c> or <c>no</c> to the one that waits.</summary>
    [BindProperty] public string? Second { get; set; }

    /// <summary>The one that the person saw: another may have taken its place since, with another address.</summary>
    [BindProperty] public Guid Asked { get; set; }

    /// <summary>Waits for a second steward, since it would show where hidden places are.</summary>
    public AskedInvitation? Waiting { get; private set; }
    public string? AskedBy { get; private set; }
    public bool IsOwn => Waiting?.By == Who.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadWaiting(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadWaiting(stop)) return NotFound();
        if (Waiting is not null) return await Decide(Waiting, stop);
        PartnerInvitations.Check(Email, Name, Language, Wrong);
        if (Place.OrganizationId is null && Organization?.Trim() is not { Length: > 1 and <= 300 }) Wrong["Organization"] = "places.desk.invite_partner.wrong_organization";
        if (Wrong.Count > 0) return Refused();

        if (await HiddenOfOrganisation.IsAny(Db, Place, stop))
        {
            Db.Add(new AskedInvitation { PlaceId = Place.Id, RunBy = Place.Organization?.Name ?? Organization!.Trim(), Email = Email!.Trim(), Name = Name!.Trim(), Language = Language!, By = Who.Id!.Value, At = Now });
            await Db.SaveChangesAsync(stop);
            return Redirect($"{Path}?done=invite_waits");
        }
        var (account, token) = await partners.Into(Place, Organization ?? "", Email!, Name!, Language!, Who, PlacesPermissions.InvitePartner, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={await partners.Send(account, token, stop)}");
    }

    private async Task<IActionResult> Decide(AskedInvitation asked, CancellationToken stop)
    {
        RuleBroken.Unless(Second is "yes" or "no", "places.invite.one_waits");
        RuleBroken.Unless(Asked == asked.Id, "places.invite.another_waits");
        // Whoever asked may take it back, but not be the second person too.
        RuleBroken.Unless(Second == "no" || asked.By != Who.Id, "places.invite.same_person");
        // Meanwhile the place was given to somebody else: the invitation would let her in there. Earlier ones did not note whose it was.
        RuleBroken.Unless(Second == "no" || asked.RunBy.Length == 0 || Place.Organization is null || Place.Organization.Name == asked.RunBy, "places.invite.another_organization");
        Db.Remove(asked);
        if (Second == "no")
        {
            await Db.SaveChangesAsync(stop);
            return Redirect($"{Path}?done=invite_declined");
        }
        var (account, token) = await partners.Into(Place, asked.RunBy, asked.Email, asked.Name, asked.Language, Who, PlacesPermissions.InvitePartner, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done={await partners.Send(account, token, stop)}");
    }

    private async Task<bool> LoadWaiting(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        Waiting = await Db.AskedInvitationsFor(Who, PlacesPermissions.InvitePartner).SingleOrDefaultAsync(i => i.PlaceId == PlaceId, stop);
        if (Waiting is { By: var by }) AskedBy = await Db.Set<Account>().Where(a => a.Id == by).Select(a => a.Name).SingleOrDefaultAsync(stop);
        return true;
    }
}
