using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

/// <summary>A new password takes the link from the mailbox and a word from paper: neither whoever reads the mail nor an administrator has both.</summary>
[Public(OfficePermissions.Renew)]
internal sealed class RenewModel(Database db, Invitations invitations, Door door, Passwords passwords, Sessions sessions, AccountKeys keys, CurrentUser user) : ConsolePage
{
    public override string TitleKey => "office.renew.title";

    [FromQuery(Name = "code")] public string? Link { get; set; }
    [BindProperty] public string? Paper { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Again { get; set; }

    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Open(stop) is null ? Refused(StatusCodes.Status404NotFound) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Open(stop) is not var (invitation, account)) return Refused(StatusCodes.Status404NotFound);
        if (passwords.Refusal(Password ?? "", account) is { } refusal) Wrong["Password"] = refusal;
        else if (Password != Again) Wrong["Again"] = "office.password.differs";
        if (Wrong.Count > 0) return Refused();

        var (isRight, key) = await door.UsePaper(account, Paper is { Length: < 60 } ? Paper : "", NetworkName.Of(HttpContext), stop);
        if (!isRight)
        {
            Wrong["Paper"] = "office.renew.wrong";
            return Refused();
        }
        user.Id = account.Id;
        if (key is not null) await keys.Wrap(account.Id, key, KeyWays.Password, Guid.Empty, Password!, stop);
        CryptographicOperations.ZeroMemory(key);
        account.SetPassword(await passwords.Hash(account, Password!, stop));
        invitation.Use(Now);
        await sessions.EndAll(account.Id, but: null, stop);
        await db.SaveChangesAsync(stop);
        return Redirect(ConsolePaths.SignIn + "?done=renewed");
    }

    private async Task<(Invitation Invitation, Account Account)?> Open(CancellationToken stop)
    {
        var open = Link is { Length: > 20 and < 100 } ? await invitations.Open(Link, stop, isRenewal: true) : null;
        IsOpen = open is not null;
        if (!IsOpen) Wrong[""] = "office.invitation.over";
        return open;
    }
}
