using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.Enable)]
internal sealed class EnableModel(Database db) : AccountPage(db)
{
    public override string TitleKey => "office.enable.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(OfficePermissions.Enable, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.Enable, stop)) return NotFound();
        MustBeWithin(OfficePermissions.Enable);
        Account.Enable();
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/accounts/{AccountId}?done=enabled");
    }
}
