namespace Amparo.Kernel;

/// <summary>
/// Writes the roles out of the box, and gives each act its default roles the first time that this database meets it. What
/// an installation took from a role is never given back by an upgrade.
/// </summary>
internal static class RoleSeeds
{
    public static async Task Bring(Database db, Permissions permissions, CancellationToken stop)
    {
        var roles = await db.Set<StoredRole>().Select(r => r.Name).ToListAsync(stop);
        var named = permissions.Roles.Select(r => r.Name).Concat(permissions.All.SelectMany(p => p.Roles)).Distinct();
        db.AddRange(named.Except(roles).Order(StringComparer.Ordinal).Select(name => new StoredRole { Name = name }));

        foreach (var permission in await Missing(db, permissions, stop))
        {
            db.Add(new KnownPermission { Act = permission.Act });
            db.AddRange(permission.Roles.Distinct().Select(role => new RolePermission { Role = role, Act = permission.Act }));
        }
        await db.SaveChangesAsync(stop);
    }

    public static async Task<IReadOnlyList<Permission>> Missing(Database db, Permissions permissions, CancellationToken stop)
    {
        var known = await db.Set<KnownPermission>().Select(p => p.Act).ToListAsync(stop);
        return [.. permissions.All.Where(p => !known.Contains(p.Act))];
    }
}
