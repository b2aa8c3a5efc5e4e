using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Hiding;

/// <summary>Which places a mass hiding takes out of sight, said once for the desk and once for the edition.</summary>
internal static class HiddenAtOnce
{
    private static readonly ScopeOf<MassHiding> Where = new(h => h.Country, h => h.OrganizationId);

    /// <summary>The only way to mass hidings at the desk.</summary>
    public static IQueryable<MassHiding> HidingsFor(this Database db, CurrentUser user, string act) => db.Set<MassHiding>().For(user, act, Where);

    /// <summary>Places of an organisation or of an area, those that stay in sight among them.</summary>
    public static IQueryable<Place> Under(this IQueryable<Place> places, Guid? organization, string? country, string? admin1) =>
        organization is { } id ? places.Where(p => p.OrganizationId == id && (country == null || p.Country == country)) : places.Where(p => p.Country == country && p.Admin1 == admin1);

    /// <summary>
    /// A last resort stays in sight whatever is hidden around it, and a helpline without a door where an area is hidden: whoever
    /// hides a town must not leave it without anybody to ask. The helpline of a hidden organisation goes with it.
    /// </summary>
    public static bool Stays(string kind, bool isLastResort, bool isPublicHospital, bool byOrganization) =>
        isLastResort || isPublicHospital || (!byOrganization && kind == PlaceKinds.TraffickingHotline);

    /// <summary>Until when a place is out of sight; null where it is not hidden at all.</summary>
    public static DateTimeOffset? Until(string kind, bool isLastResort, bool isPublicHospital, DateTimeOffset? byArea, DateTimeOffset? byOrganization)
    {
        var area = Stays(kind, isLastResort, isPublicHospital, byOrganization: false) ? null : byArea;
        var organization = Stays(kind, isLastResort, isPublicHospital, byOrganization: true) ? null : byOrganization;
        return area is null || organization > area ? organization : area;
    }
}
