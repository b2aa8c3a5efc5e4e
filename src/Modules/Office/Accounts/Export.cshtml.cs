using Amparo.Office.Roles;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

/// <summary>Accounts as a file: the rows of the list, all pages of them. That they left is on record with how many.</summary>
[Requires(OfficePermissions.ViewAccounts)]
internal sealed class ExportModel(Database db) : ConsolePage
{
    private static readonly string[] Head = ["name", "email", "roles", "state", "country", "invited", "first_sign_in"];

    public override string TitleKey => "office.accounts.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var names = await RoleWords.Of(db, W, stop);
        var rows = new AccountFilter(Request).Of(db, db.AccountsFor(Who, OfficePermissions.ViewAccounts).AsNoTracking()).Take(ConsoleTable.MostInFile)
            .Select(a => new { Account = a, Roles = db.Set<Assignment>().Where(x => x.AccountId == a.Id).Select(x => x.Role).ToList() });
        return await new TableFile($"cuentas-{Today}", Head).Answer(HttpContext, db, OfficePermissions.ViewAccounts, "kernel_account", rows, row =>
        [
            row.Account.Name, row.Account.Email, string.Join("; ", row.Roles.Distinct().Select(r => names[r]).Order(StringComparer.Ordinal)), W["office.accounts.state." + AccountFilter.StateOf(row.Account)],
            row.Account.Country is { } country ? ScopeWords.Country(W, country) : W["office.scope.region"], Stamp(row.Account.InvitedAt), Stamp(row.Account.FirstSignInAt),
        ]);
    }
}
