using Amparo.Contracts;
using Amparo.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Roles;

[Requires(OfficePermissions.ViewRoles)]
internal sealed class ExportAssignmentsModel(Database db, IScopeNames scopes) : ConsolePage
{
    private static readonly string[] Head = ["name", "role", "scope", "given", "given_by", "state"];

    public override string TitleKey => "office.assignments.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var (names, places) = (await RoleWords.Of(db, W, stop), await ScopeChoices.Names(scopes, [Scope.OrganisationKind, Scope.HubKind], stop));
        return await new TableFile($"roles-{Today}", Head).Answer(HttpContext, db, OfficePermissions.ViewRoles, "kernel_assignment", new AssignmentFilter(Request).Of(db, Who).Take(ConsoleTable.MostInFile), line =>
            [line.Name, names[line.Role], ScopeWords.Of(W, line.Scope, places), Stamp(line.GivenAt), line.GivenBy ?? W["office.assignments.by_command"], line.IsDisabled ? W["office.accounts.state.disabled"] : ""]);
    }
}
