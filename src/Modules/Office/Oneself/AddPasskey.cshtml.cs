using System.Security.Cryptography;
using Amparo.Office.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.AddPasskey)]
internal sealed class AddPasskeyModel(Database db, Passkeys passkeys, AccountKeys keys) : ConsolePage
{
    public override string TitleKey => "office.passkey.add";

    [BindProperty] public PasskeyAnswer Passkey { get; set; } = new();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var id = Who.Id!.Value;
        var account = await db.Set<Account>().SingleAsync(a => a.Id == id, stop);
        if (await passkeys.Made(account, Passkey.Credential, Passkey.State, HttpContext) is not { } passkey)
        {
            Wrong[""] = "office.passkey.wrong";
            return Refused();
        }
        var key = await keys.OfSession(Who.Session!.SessionId, SessionCookie.Of(Request)!, stop);
        var opens = key is not null && Passkey.Secret is not null;
        if (opens) await keys.Wrap(id, key, KeyWays.Passkey, passkey.Id, Passkey.Secret!, stop);
        CryptographicOperations.ZeroMemory(key);
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=" + (opens ? "passkey" : "passkey_without_key"));
    }
}
