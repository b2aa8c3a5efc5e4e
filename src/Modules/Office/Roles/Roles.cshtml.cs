namespace Amparo.Office.Roles;

[Requires(OfficePermissions.ViewRoles)]
internal sealed class RolesModel(Database db, Permissions permissions) : ConsolePage
{
    public override string TitleKey => "office.roles.title";

    public IReadOnlyList<(StoredRole Role, IReadOnlyList<Permission> May)> Roles { get; private set; } = [];
    public RoleWords Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Names = await RoleWords.Of(db, W, stop);
        var held = (await db.Set<RolePermission>().AsNoTracking().ToListAsync(stop)).ToLookup(p => p.Role, p => p.Act);
        var roles = await db.Set<StoredRole>().AsNoTracking().ToListAsync(stop);
        Roles = [.. roles.OrderBy(r => r.RetiredAt is not null).ThenBy(r => Names[r.Name], StringComparer.Ordinal).Select(r => (r, (IReadOnlyList<Permission>)[.. permissions.All.Where(p => held[r.Name].Contains(p.Act))]))];
    }
}
