using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.RemovePasskey)]
internal sealed class RemovePasskeyModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.passkey.remove";

    [FromRoute] public Guid PasskeyId { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var own = Who.Id!.Value;
        var all = await db.Set<Passkey>().Where(p => p.AccountId == own).ToListAsync(stop);
        if (all.SingleOrDefault(p => p.Id == PasskeyId) is not { } passkey) return NotFound();
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == own, stop);
        RuleBroken.Unless(account.HasPassword || all.Count > 1, "office.passkey.last_way");
        db.Remove(passkey);
        db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == own && w.Way == KeyWays.Passkey && w.WayId == passkey.Id).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=passkey_removed");
    }
}
