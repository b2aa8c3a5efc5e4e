using Amparo.Office.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.AddPasskey)]
internal sealed class AddPasskeyQuestionModel(Database db, Passkeys passkeys) : ConsolePage
{
    public override string TitleKey => "office.passkey.add";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var id = Who.Id!.Value;
        return PasskeyJson.Of(await passkeys.AskToMake(await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id, stop), HttpContext));
    }
}
