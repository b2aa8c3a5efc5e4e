using Amparo.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Beginning;

/// <summary>The last way back for somebody who lost telephone, passkeys and paper. The link goes to the owner's mailbox and is shown to nobody.</summary>
[Requires(OfficePermissions.StartOver)]
internal sealed class StartOverModel(Database db, Invitations invitations, Letters letters, IMailer mailer) : AccountPage(db)
{
    public override string TitleKey => "office.start_over.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(OfficePermissions.StartOver, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.StartOver, stop)) return NotFound();
        MustBeWithin(OfficePermissions.StartOver);
        var token = await invitations.StartOver(Account, stop);
        await Db.SaveChangesAsync(stop);
        await KeepOnce($"/console/accounts/{AccountId}", stop);
        return Redirect($"/console/accounts/{AccountId}?done={await Invited.Send(letters, mailer, Account, token, stop)}");
    }
}
