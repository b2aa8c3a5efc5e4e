using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing.Other;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Hiding;

/// <summary>Takes all places of an organisation, or of an area, out of readers' sight. It acts at once and on one person's word, for an hour.</summary>
[Requires(PlacesPermissions.MassHide)]
internal sealed class BeginModel(Database db, Gazetteer gazetteer) : ConsolePage
{
    public const string AnOrganization = "organization", AnArea = "area";

    public override string TitleKey => "places.desk.mass.begin";

    [BindProperty] public string? What { get; set; }
    [BindProperty] public string? Area { get; set; }
    [BindProperty] public string? Organization { get; set; }
    [BindProperty] public Guid? OrganizationId { get; set; }

    /// <summary>Only the organisation's places of this country; empty: of all.</summary>
    [BindProperty] public string? Country { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Step { get; set; }

    public IReadOnlyList<Organization> Matches { get; private set; } = [];

    /// <summary>How many would go and how many stay; null until somebody asked.</summary>
    public (int Go, int Stay)? Would { get; private set; }

    public bool MayEverywhere => Who.ReachFor(PlacesPermissions.MassHide).Everywhere;

    /// <summary>Whether this person reaches more than one country's part of any organisation.</summary>
    public bool MayAllCountries => MayEverywhere || Who.ReachFor(PlacesPermissions.MassHide).Organisations.Count > 0;
    public IReadOnlyList<string> Countries => MayEverywhere ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.MassHide);

    /// <summary>States and departments of the countries that this person reaches.</summary>
    public IEnumerable<(string Country, IReadOnlyList<(string Code, string Name)> Areas)> Areas =>
        Countries.Select(c => (c, (IReadOnlyList<(string, string)>)[.. gazetteer.All.Where(p => p.Country == c).Select(p => (p.Admin1Code, p.AreaSaid)).Distinct().OrderBy(a => a.AreaSaid, StringComparer.Ordinal)]));

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var (organization, country, admin1) = await Target(stop);
        if (Wrong.Count > 0) return Refused();
        if (!Reaches(organization, country)) Wrong[""] = "places.mass.beyond_reach";
        if (!string.IsNullOrEmpty(Step))
        {
            if (Wrong.Count == 0) Would = await Count(organization, country, admin1, stop);
            return Wrong.Count > 0 ? Refused() : Page();
        }
        if (Wrong.Count == 0 && await Refusal(organization, country, admin1, stop) is { } refusal) Wrong[""] = refusal;
        if (Wrong.Count > 0) return Refused();
        db.Add(MassHiding.Begin(organization, country, admin1, Reason, Who.Id!.Value, Now));
        Who.Purpose = Reason;
        await db.SaveChangesAsync(stop);
        return Redirect($"{HidingsModel.Path}?done=place_mass_hidden");
    }

    private async Task<(Guid? Organization, string? Country, string? Admin1)> Target(CancellationToken stop)
    {
        if (What == AnArea)
        {
            if (Areas.SelectMany(a => a.Areas).All(a => a.Code != Area)) Wrong["Area"] = "places.mass.which_area";
            return (null, Area?.Split('.')[0], Area);
        }
        if (What != AnOrganization)
        {
            Wrong[""] = "places.mass.what";
            return default;
        }
        var said = Organization?.Trim() is { Length: > 1 and <= OtherForm.LongestName } typed ? typed : "";
        Matches = said.Length == 0 ? [] : await OrganizationChoice.Like(db, said, stop);
        var meant = OrganizationChoice.Meant(Matches, said, OrganizationId, null);
        if (meant is null) Wrong["Organization"] = Matches.Count > 0 ? "places.mass.which_organization" : "places.mass.no_organization";
        if (!string.IsNullOrEmpty(Country) && !RegionCountries.All.Contains(Country)) Wrong["Country"] = "places.desk.where.wrong_country";
        return (meant?.Id, string.IsNullOrEmpty(Country) ? null : Country, null);
    }

    private bool Reaches(Guid? organization, string? country)
    {
        var reach = Who.ReachFor(PlacesPermissions.MassHide);
        return reach.Everywhere || (country is not null && reach.Countries.Contains(country)) || (organization is { } id && reach.Organisations.Contains(id));
    }

    // One account alone must not be able to keep a town empty by saying it anew each hour.
    private async Task<string?> Refusal(Guid? organization, string? country, string? admin1, CancellationToken stop)
    {
        var (now, since) = (Now, Now - MassHiding.Again);
        var lately = (await db.Set<MassHiding>().AsNoTracking().Where(h => h.Until > now || h.At > since).ToListAsync(stop)).Where(h => h.IsOfSame(organization, country, admin1)).ToList();
        if (lately.Exists(h => h.IsActive(now))) return "places.mass.hidden_already";
        return lately.Exists(h => h.By == Who.Id && h.ConfirmedAt is null) ? "places.mass.not_again_alone" : null;
    }

    private async Task<(int, int)> Count(Guid? organization, string? country, string? admin1, CancellationToken stop)
    {
        var places = await db.Set<Place>().AsNoTracking().Under(organization, country, admin1).Where(p => p.Status == PlaceStatus.Approved && p.Disclosure != Disclosures.Officers)
            .Select(p => new { p.Kind, p.IsLastResort, p.Profile }).ToListAsync(stop);
        var stay = places.Count(p => HiddenAtOnce.Stays(p.Kind, p.IsLastResort, p.Profile.IsPublicHospital, organization is not null));
        return (places.Count - stay, stay);
    }
}
