using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

/// <summary>Before something dangerous: is it still the same person who sits here?</summary>
[Requires(OfficePermissions.Confirm)]
internal sealed class ConfirmModel(Door door) : ConsolePage
{
    public override string TitleKey => "office.confirm.title";

    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    [FromQuery] public string? To { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var answer = await door.Prove(Who.Session!.SessionId, Who.Id!.Value, Password ?? "", Code ?? "", NetworkName.Of(HttpContext), stop);
        if (answer.Token is not null) return Redirect(ConsolePaths.Onward(To));
        Wrong[""] = answer.WaitUntil is null ? "office.confirm.wrong" : "office.sign_in.wait";
        return Refused(answer.WaitUntil is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests);
    }
}
