using Amparo.Contracts;
using Amparo.Office.Accounts;
using Microsoft.AspNetCore.Http;

namespace Amparo.Office.Roles;

/// <param name="Name">Of the account.</param>
/// <param name="GivenBy">The name of the account that gave it; null where the command line did.</param>
internal sealed record AssignmentLine(Guid Id, Guid AccountId, string Name, bool IsDisabled, string Role, string ScopeKind, string ScopeValue, DateTimeOffset GivenAt, string? GivenBy)
{
    public Scope Scope => new(ScopeKind, ScopeValue);
}

/// <summary>Who holds which role where: of these only accounts that the person may see.</summary>
internal sealed class AssignmentFilter
{
    public const string Path = "/console/roles/assignments";

    public static IReadOnlyList<string> Kinds { get; } = [Scope.RegionKind, Scope.CountryKind, Scope.OrganisationKind, Scope.HubKind];

    public AssignmentFilter(HttpRequest request)
    {
        string? Said(string name) => request.Query[name].ToString() is { Length: > 0 and <= 40 } said ? said : null;
        (Role, Kind, Country) = (Said("role"), Kinds.Contains(Said("kind")) ? Said("kind") : null, RegionCountries.All.Contains(Said("country")) ? Said("country") : null);
        Table = new(request, Path, ["name", "role", "-given"], ("role", Role), ("kind", Kind), ("country", Country));
    }

    public string? Role { get; }
    public string? Kind { get; }

    /// <summary>Roles that are held in this very country; who holds one for the region or an organisation holds it there too, and is found by its kind.</summary>
    public string? Country { get; }
    public ConsoleTable Table { get; }

    public IQueryable<AssignmentLine> Of(Database db, CurrentUser who)
    {
        var assignments = db.Set<Assignment>().AsNoTracking();
        if (Role is { } role) assignments = assignments.Where(a => a.Role == role);
        if (Kind is { } kind) assignments = assignments.Where(a => a.ScopeKind == kind);
        if (Country is { } country) assignments = assignments.Where(a => a.ScopeKind == Scope.CountryKind && a.ScopeValue == country);
        var lines = from a in assignments
                    join account in db.AccountsFor(who, OfficePermissions.ViewAccounts) on a.AccountId equals account.Id
                    join giver in db.Set<Account>() on a.GivenBy equals (Guid?)giver.Id into givers
                    from giver in givers.DefaultIfEmpty()
                    select new { a, account, Giver = giver == null ? null : giver.Name };
        var ordered = Table.Column switch
        {
            "role" => Table.ThenBy(Table.By(lines, l => l.a.Role), l => l.account.Name),
            "given" => Table.By(lines, l => l.a.GivenAt),
            _ => Table.By(lines, l => l.account.Name),
        };
        return Table.ThenBy(ordered, l => l.a.Id).Select(l => new AssignmentLine(l.a.Id, l.account.Id, l.account.Name, l.account.DisabledAt != null, l.a.Role, l.a.ScopeKind, l.a.ScopeValue, l.a.GivenAt, l.Giver));
    }
}
