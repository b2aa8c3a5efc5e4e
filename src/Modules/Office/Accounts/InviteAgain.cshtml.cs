using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.Invite)]
internal sealed class InviteAgainModel(Database db, Invitations invitations, Letters letters, IMailer mailer) : AccountPage(db)
{
    public override string TitleKey => "office.account.title";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.Invite, stop)) return NotFound();
        var token = await invitations.Again(Account, stop);
        await Db.SaveChangesAsync(stop);
        await KeepOnce($"/console/accounts/{AccountId}", stop);
        return Redirect($"/console/accounts/{AccountId}?done={await Invited.Send(letters, mailer, Account, token, stop)}");
    }
}
