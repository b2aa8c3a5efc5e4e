using Amparo.Contracts;
using Amparo.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Roles;

/// <param name="Name">Of the account.</param>
internal sealed record Holder(Guid AccountId, string Name, Scope Scope);

/// <summary>What a role may do, and who holds it: of these only accounts that the person may see.</summary>
[Requires(OfficePermissions.ViewRoles)]
internal sealed class ShowModel(Database db, Permissions permissions, IScopeNames scopes) : ConsolePage
{
    private const int Shown = 200;

    public override string TitleKey => "office.role.title";

    [FromRoute] public string RoleName { get; set; } = "";

    public StoredRole Role { get; private set; } = null!;
    public RoleWords Names { get; private set; } = null!;
    public IReadOnlyList<Permission> May { get; private set; } = [];
    public IReadOnlyList<Holder> Holders { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Scopes { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Composing.MayBy(Who, OfficePermissions.ViewRoles) || await db.Set<StoredRole>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == RoleName, stop) is not { } role) return NotFound();
        (Role, Names) = (role, await RoleWords.Of(db, W, stop));
        var acts = await db.Set<RolePermission>().Where(p => p.Role == role.Name).Select(p => p.Act).ToListAsync(stop);
        May = [.. permissions.All.Where(p => acts.Contains(p.Act))];
        var held = await (from a in db.Set<Assignment>().AsNoTracking() where a.Role == role.Name join account in db.AccountsFor(Who, OfficePermissions.ViewAccounts) on a.AccountId equals account.Id orderby account.Name select new { a, account.Name }).Take(Shown).ToListAsync(stop);
        Holders = [.. held.Select(h => new Holder(h.a.AccountId, h.Name, h.a.Scope))];
        Scopes = await ScopeChoices.Names(scopes, [.. held.Select(h => h.a)], stop);
        return Page();
    }
}
