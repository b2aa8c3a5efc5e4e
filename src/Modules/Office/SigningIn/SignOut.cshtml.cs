using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

[Requires(OfficePermissions.SignOut)]
internal sealed class SignOutModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.sign_out.title";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var id = Who.Session!.SessionId;
        db.RemoveRange(await db.Set<Session>().Where(s => s.Id == id).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        SessionCookie.Take(Response);
        return Redirect(ConsolePaths.SignIn + "?done=signed_out");
    }
}
