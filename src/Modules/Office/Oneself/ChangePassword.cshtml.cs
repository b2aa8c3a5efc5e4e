using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

/// <summary>Only the person, who knows the old one, can set a new password. Every other session of theirs ends with it.</summary>
[Requires(OfficePermissions.ChangePassword)]
internal sealed class ChangePasswordModel(Database db, Door door, Passwords passwords, Sessions sessions, AccountKeys keys) : ConsolePage
{
    public override string TitleKey => "office.change_password.title";

    [BindProperty] public string? Old { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Again { get; set; }

    // A wrong password is counted beside this request, which must hold nothing meanwhile.
    protected override bool TakesKeyLate => true;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var (id, session) = (Who.Id!.Value, Who.Session!.SessionId);
        var account = await db.Set<Account>().SingleAsync(a => a.Id == id, stop);
        if (passwords.Refusal(Password ?? "", account) is { } refusal) Wrong["Password"] = refusal;
        else if (Password != Again) Wrong["Again"] = "office.password.differs";
        if (Wrong.Count > 0) return Refused();

        var proof = await door.Prove(session, id, Old ?? "", Code ?? "", NetworkName.Of(HttpContext), stop);
        if (proof.Token is null)
        {
            Wrong["Old"] = proof.WaitUntil is null ? "office.confirm.wrong" : "office.sign_in.wait";
            return Refused(proof.WaitUntil is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests);
        }
        if (await TakeKey(stop) is { } answered) return answered;
        if (await keys.Open(id, KeyWays.Password, Guid.Empty, Old!, stop) is { } key)
        {
            await keys.Wrap(id, key, KeyWays.Password, Guid.Empty, Password!, stop);
            CryptographicOperations.ZeroMemory(key);
        }
        account.SetPassword(await passwords.Hash(account, Password!, stop));
        await sessions.EndAll(id, but: session, stop);
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=password");
    }
}
