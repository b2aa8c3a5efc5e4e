using Amparo.Office.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Beginning;

[Public(OfficePermissions.Begin)]
internal sealed class PasskeyQuestionModel(Invitations invitations, Passkeys passkeys) : ConsolePage
{
    public override string TitleKey => "office.begin.title";

    [FromQuery(Name = "code")] public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Link is { Length: > 20 and < 100 } && await invitations.Open(Link, stop) is var (_, account) ? PasskeyJson.Of(await passkeys.AskToMake(account, HttpContext)) : NotFound();
}
