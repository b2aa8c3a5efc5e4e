using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts.Giving;

[Requires(OfficePermissions.TakeRole)]
internal sealed class TakeRoleModel(Database db) : AccountPage(db)
{
    public override string TitleKey => "office.take_role.title";

    [FromRoute] public Guid AssignmentId { get; set; }

    public Assignment Assignment { get; private set; } = null!;
    public Roles.RoleWords Names { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAssignment(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAssignment(stop)) return NotFound();
        MustBeWithin(OfficePermissions.TakeRole);
        Db.Remove(Assignment);
        Db.Record(OfficePermissions.TakeRole, "kernel_account", AccountId, outcome: AuditOutcomes.Done);
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/accounts/{AccountId}?done=role_taken");
    }

    private async Task<bool> LoadAssignment(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.TakeRole, stop) || Assignments.SingleOrDefault(a => a.Id == AssignmentId) is not { } assignment) return false;
        (Assignment, Names) = (assignment, await Roles.RoleWords.Of(Db, W, stop));
        return true;
    }
}
