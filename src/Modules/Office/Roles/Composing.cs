namespace Amparo.Office.Roles;

/// <summary>What a role that somebody composes may hold.</summary>
internal static class Composing
{
    public const int LongestLabel = 60, ShortestLabel = 3, Most = 40;

    /// <summary>A made role's name in the database: no word that a module might choose for one of its own.</summary>
    private const string Prefix = "made_";

    public static string NewName() => Prefix + Guid.CreateVersion7().ToString("N")[^12..];

    /// <summary>
    /// Acts that may be put together freely. Of oneself is whatever everybody may; what is apart lives in a role of its own, out of
    /// the box, so that nobody can lay it beside anything else; and who composes roles is not made by composing.
    /// </summary>
    public static IReadOnlyList<Permission> Choices(Permissions permissions) =>
        [.. permissions.All.Where(p => p is { IsOfOneself: false, IsApart: false } && p.Act is not (OfficePermissions.ComposeRole or OfficePermissions.RetireRole))];

    /// <summary>Roles are of the whole installation: who keeps the accounts of one country does not change what a role means in the next.</summary>
    public static bool MayBy(CurrentUser who, string act) => who.ReachFor(act).Everywhere;

    /// <summary>Whether this person holds the role: nobody changes what they hold themselves.</summary>
    public static Task<bool> IsHeldBy(Database db, CurrentUser who, string role, CancellationToken stop)
    {
        var id = who.Id;
        return db.Set<Assignment>().AnyAsync(a => a.AccountId == id && a.Role == role, stop);
    }

    /// <summary>Makes the role hold exactly these acts; saved by the caller. It is in force with the next request of whoever holds it.</summary>
    public static async Task Hold(Database db, string role, IReadOnlyCollection<string> acts, CancellationToken stop)
    {
        var held = await db.Set<RolePermission>().Where(p => p.Role == role).ToListAsync(stop);
        db.RemoveRange(held.Where(h => !acts.Contains(h.Act)));
        db.AddRange(acts.Where(a => held.TrueForAll(h => h.Act != a)).Select(a => new RolePermission { Role = role, Act = a }));
    }
}
