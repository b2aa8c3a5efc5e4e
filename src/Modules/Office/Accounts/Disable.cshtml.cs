using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.Disable)]
internal sealed class DisableModel(Database db, Sessions sessions) : AccountPage(db)
{
    public override string TitleKey => "office.disable.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(OfficePermissions.Disable, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.Disable, stop)) return NotFound();
        MustBeWithin(OfficePermissions.Disable);
        Account.Disable(Now);
        await sessions.EndAll(Account.Id, but: null, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/accounts/{AccountId}?done=disabled");
    }
}
