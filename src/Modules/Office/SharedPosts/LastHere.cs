namespace Amparo.Office.SharedPosts;

/// <summary>Whoever used this browser before: their session does not live on behind a cookie that is gone; a shift is covered.</summary>
internal static class LastHere
{
    public static async Task Leave(ConsolePage page, SharedPost post, Database db, CancellationToken stop)
    {
        if (page.Who.Session is not { SessionId: var id }) return;
        var comesBack = await post.Leave(id, stop);
        await db.SaveChangesAsync(stop);
        if (comesBack) PostCookie.Add(page.HttpContext, SessionCookie.Of(page.Request)!);
    }
}
