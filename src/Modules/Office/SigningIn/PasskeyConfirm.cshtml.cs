using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

[Requires(OfficePermissions.Confirm)]
internal sealed class PasskeyConfirmModel(Database db, Passkeys passkeys, Door door) : ConsolePage
{
    public override string TitleKey => "office.confirm.title";

    [BindProperty] public PasskeyAnswer Passkey { get; set; } = new();
    [FromQuery] public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync() => PasskeyJson.Of(await passkeys.AskWho(HttpContext));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await passkeys.Who(Passkey.Credential, Passkey.State, HttpContext) is not var (account, _) || account.Id != Who.Id)
        {
            await door.Refuse(stop);
            Wrong[""] = "office.passkey.wrong";
            return Refused();
        }
        var (id, own) = (Who.Session!.SessionId, Who.Id);
        (await db.Set<Session>().SingleAsync(s => s.Id == id && s.AccountId == own, stop)).FreshAt = Now;
        await db.SaveChangesAsync(stop);
        return Redirect(ConsolePaths.Onward(To));
    }
}
