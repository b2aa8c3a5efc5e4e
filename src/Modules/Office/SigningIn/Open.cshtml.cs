using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

/// <summary>
/// Where links in mail lead: a page of ours that leads on. Straight from a mailbox the browser would not send the strict
/// cookie, and somebody who is signed in would be asked to sign in.
/// </summary>
[Public(OfficePermissions.Open)]
internal sealed class OpenModel : ConsolePage
{
    public override string TitleKey => "office.open.title";

    [FromQuery] public string? To { get; set; }

    public string Onward => ConsolePaths.Onward(To);

    public void OnGet() => Response.Headers["Refresh"] = "0;url=" + Onward;
}
