namespace Amparo.Office.Roles;

[Requires(OfficePermissions.ViewRoles)]
internal sealed class RolesModel(Database db, Permissions permissions) : ConsolePage
{
    public override string TitleKey => "office.roles.title";

    public IReadOnlyList<(string Role, IReadOnlyList<Permission> May)> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var held = (await db.Set<RolePermission>().AsNoTracking().ToListAsync(stop)).ToLookup(p => p.Role, p => p.Act);
        var roles = await db.Set<StoredRole>().Select(r => r.Name).ToListAsync(stop);
        Roles = [.. roles.OrderBy(r => W["role." + r], StringComparer.Ordinal).Select(r => (r, (IReadOnlyList<Permission>)[.. permissions.All.Where(p => held[r].Contains(p.Act))]))];
    }
}
