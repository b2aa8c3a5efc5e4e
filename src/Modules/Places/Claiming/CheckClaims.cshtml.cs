using Amparo.Places.Desk;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Claiming;

/// <summary>Making sure that who asks for an entry is who they say: two people, in two ways. The second sends the invitation.</summary>
[Requires(PlacesPermissions.CheckClaims)]
internal sealed class CheckClaimsModel(Database db, PartnerInvitations partners) : PlacePage(db, PlacesPermissions.CheckClaims)
{
    public override string TitleKey => "places.desk.claim.title";

    [BindProperty] public Guid Claim { get; set; }

    /// <summary>One of <see cref="Claiming.Claim.Ways"/>, or <c>decline</c>.</summary>
    [BindProperty] public string? How { get; set; }
    public const string Decline = "decline";

    public IReadOnlyList<Claim> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadClaims(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadClaims(stop)) return NotFound();
        RuleBroken.Unless(Open.FirstOrDefault(c => c.Id == Claim) is not null, "places.claim.decided");
        var claim = Open.First(c => c.Id == Claim);
        if (How == Decline)
        {
            claim.Decline(Who.Id!.Value, Now);
            await Db.SaveChangesAsync(stop);
            return Redirect($"{ClaimsModel.Path}?done=claim_declined");
        }
        // The checks were about this one entry. Its network may have refuges that only officers know, and a partner reads where they are.
        RuleBroken.Unless(!await OthersOfItsOrganisation(stop), "places.claim.of_a_network");
        var (name, email) = (claim.Name!, claim.Email!);
        if (!claim.Check(How ?? "", Who.Id!.Value, Now))
        {
            await Db.SaveChangesAsync(stop);
            return Redirect($"{ClaimsModel.Path}?done=claim_checked");
        }
        var (account, token) = await partners.Into(Place, claim.Organisation, email, name, claim.Language, Who, PlacesPermissions.CheckClaims, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{ClaimsModel.Path}?done={await partners.Send(account, token, stop)}");
    }

    private async Task<bool> OthersOfItsOrganisation(CancellationToken stop)
    {
        var (id, organisation) = (Place.Id, Place.OrganizationId);
        return organisation is not null && await Db.Set<Place>().AnyAsync(p => p.OrganizationId == organisation && p.Id != id, stop);
    }

    private async Task<bool> LoadClaims(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        var id = Place.Id;
        Open = await Db.OpenClaims(Who, PlacesPermissions.CheckClaims).Where(c => c.PlaceId == id).OrderBy(c => c.At).ToListAsync(stop);
        return true;
    }
}
