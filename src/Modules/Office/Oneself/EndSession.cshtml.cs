using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.EndSession)]
internal sealed class EndSessionModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.me.title";

    [FromRoute] public Guid SessionId { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var own = Who.Id!.Value;
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == SessionId && s.AccountId == own, stop) is not { } session) return NotFound();
        db.Remove(session);
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=session_ended");
    }
}
