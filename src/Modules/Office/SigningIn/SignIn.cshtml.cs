using Amparo.Office.SharedPosts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

[Public(OfficePermissions.SignIn)]
internal sealed class SignInModel(Door door, SharedPost post, Database db) : ConsolePage
{
    public override string TitleKey => "office.sign_in.title";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    [FromQuery] public string? To { get; set; }

    public DateTimeOffset? WaitUntil { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var answer = await door.Enter(Cut(Email, Account.LongestEmail), Cut(Password, Passwords.Longest + 1), Cut(Code, 40), NetworkName.Of(HttpContext), DeviceName.Of(Request), stop);
        if (answer.Token is null)
        {
            WaitUntil = answer.WaitUntil;
            Wrong[""] = WaitUntil is null ? "office.sign_in.wrong" : "office.sign_in.wait";
            return Refused(WaitUntil is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests);
        }
        await LastHere.Leave(this, post, db, stop);
        SessionCookie.Give(Response, answer.Token);
        var to = ConsolePaths.Onward(To);
        return Redirect(answer.RecoveryCodesLeft is null ? to : "/console/me?done=recovery_used");
    }

    private static string Cut(string? text, int longest) => text is null ? "" : text.Length <= longest ? text : text[..longest];
}
