using Amparo.Office.SharedPosts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

[Public(OfficePermissions.SignIn)]
internal sealed class PasskeySignInModel(Passkeys passkeys, Door door, SharedPost post, Database db) : ConsolePage
{
    public override string TitleKey => "office.sign_in.title";

    [BindProperty] public PasskeyAnswer Passkey { get; set; } = new();
    [FromQuery] public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync() => PasskeyJson.Of(await passkeys.AskWho(HttpContext));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await passkeys.Who(Passkey.Credential, Passkey.State, HttpContext) is var (account, passkey)
            && await door.Enter(account, passkey, Passkey.Secret, DeviceName.Of(Request), stop) is { } token)
        {
            await LastHere.Leave(this, post, db, stop);
            SessionCookie.Give(Response, token);
            return Redirect(ConsolePaths.Onward(To));
        }
        await door.Refuse(stop);
        Wrong[""] = "office.passkey.wrong";
        return Refused();
    }
}
