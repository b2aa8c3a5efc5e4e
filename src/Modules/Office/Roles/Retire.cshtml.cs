using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Roles;

/// <summary>A role of this installation's own holds nothing any more, for nobody, from the next request on.</summary>
[Requires(OfficePermissions.RetireRole)]
internal sealed class RetireModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.retire_role.title";

    [FromRoute] public string RoleName { get; set; } = "";

    public StoredRole Role { get; private set; } = null!;
    public int Holders { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        (Role.RetiredAt, Role.ChangedAt) = (Now, Now);
        await Composing.Hold(db, Role.Name, [], stop);
        Who.Purpose = Role.Name;
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/roles/{Role.Name}?done=role_retired");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (!Composing.MayBy(Who, OfficePermissions.RetireRole) || await db.Set<StoredRole>().SingleOrDefaultAsync(r => r.Name == RoleName && r.Label != null && r.RetiredAt == null, stop) is not { } role) return false;
        (Role, Holders) = (role, await db.Set<Assignment>().CountAsync(a => a.Role == role.Name, stop));
        return true;
    }
}
