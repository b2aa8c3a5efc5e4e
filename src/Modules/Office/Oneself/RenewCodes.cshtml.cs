using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.RenewCodes)]
internal sealed class RenewCodesModel(Database db, AccountKeys keys) : ConsolePage
{
    public override string TitleKey => "office.codes.title";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>They were made a moment ago by this very form and shown once.</summary>
    public bool WereMade => Request.Query["made"].ToString() is "1";

    protected override string? AgainLeadsTo => "/console/me/recovery?made=1";

    public IActionResult OnGet() => Page();

    public async Task OnPostAsync(CancellationToken stop)
    {
        var id = Who.Id!.Value;
        var key = await keys.OfSession(Who.Session!.SessionId, SessionCookie.Of(Request)!, stop);
        // New codes that cannot open the key would lock its owner out of what is sealed to them.
        RuleBroken.Unless(key is not null || !await db.Set<AccountKey>().AnyAsync(k => k.AccountId == id, stop), "office.codes.key_is_closed");
        Codes = await RecoveryCodes.Renew(db, keys, id, key, stop);
        CryptographicOperations.ZeroMemory(key);
        await db.SaveChangesAsync(stop);
    }
}
