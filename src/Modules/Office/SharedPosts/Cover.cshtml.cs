using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SharedPosts;

/// <summary>One goes away from the screen: nothing is shown, nothing is answered, and nothing of the shift is lost.</summary>
[Requires(OfficePermissions.Cover)]
internal sealed class CoverModel(SharedPost post, Database db) : ConsolePage
{
    public override string TitleKey => "office.post.title";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var comesBack = await post.Leave(Who.Session!.SessionId, stop);
        await db.SaveChangesAsync(stop);
        if (comesBack) PostCookie.Add(HttpContext, SessionCookie.Of(Request)!);
        SessionCookie.Take(Response);
        return Redirect(comesBack ? ConsolePaths.SharedPost : ConsolePaths.SignIn);
    }
}
