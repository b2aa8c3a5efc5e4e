using Amparo.Office.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Beginning;

/// <summary>The first sign-in. Looking at the page changes nothing: previews of mail open links too.</summary>
[Public(OfficePermissions.Begin)]
internal sealed class BeginModel(Database db, Invitations invitations, Passwords passwords, Sessions sessions, ServerKey key, AccountKeys keys, Passkeys passkeys, CurrentUser user) : ConsolePage
{
    public override string TitleKey => Codes.Count > 0 ? "office.codes.title" : "office.begin.title";

    [FromQuery(Name = "code")] public string? Link { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Again { get; set; }
    [BindProperty] public string? Secret { get; set; }
    [BindProperty] public string? Code { get; set; }

    [BindProperty] public PasskeyAnswer Passkey { get; set; } = new();

    public Account? Account { get; private set; }
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Neither a password nor this passkey opens the account's key: the words on paper are all there is.</summary>
    public bool OnlyPaperOpens { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Open(stop) is null) return Refused(StatusCodes.Status404NotFound);
        Secret = OneTimeCodes.ToText(OneTimeCodes.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Open(stop) is not { } open) return Refused(StatusCodes.Status404NotFound);
        return Passkey.IsGiven ? await WithPasskey(open, stop) : await WithPassword(open, stop);
    }

    private async Task<IActionResult> WithPasskey((Invitation Invitation, Account Account) open, CancellationToken stop)
    {
        user.Id = open.Account.Id;
        if (await passkeys.Made(open.Account, Passkey.Credential, Passkey.State, HttpContext) is not { } passkey)
        {
            Secret = OneTimeCodes.ToText(OneTimeCodes.NewSecret());
            Wrong[""] = "office.passkey.wrong";
            return Refused();
        }
        var privateKey = keys.Make(open.Account.Id);
        if (Passkey.Secret is { } own) await keys.Wrap(open.Account.Id, privateKey, KeyWays.Passkey, passkey.Id, own, stop);
        OnlyPaperOpens = Passkey.Secret is null;
        return await Finish(open, "passkey", privateKey, stop);
    }

    private async Task<IActionResult> WithPassword((Invitation Invitation, Account Account) open, CancellationToken stop)
    {
        var secret = OneTimeCodes.FromText(Secret);
        if (secret is not { Length: OneTimeCodes.SecretBytes })
        {
            Secret = OneTimeCodes.ToText(OneTimeCodes.NewSecret());
            Wrong["Code"] = "office.code.wrong";
            return Refused();
        }
        if (passwords.Refusal(Password ?? "", open.Account) is { } refusal) Wrong["Password"] = refusal;
        else if (Password != Again) Wrong["Again"] = "office.password.differs";
        var step = OneTimeCodes.Match(secret, Code ?? "", Now, 0);
        if (step is null) Wrong["Code"] = "office.code.wrong";
        if (Wrong.Count > 0) return Refused();

        var account = open.Account;
        user.Id = account.Id;
        account.SetPassword(await passwords.Hash(account, Password!, stop));
        account.SetCodes(key.Seal(Door.CodePurpose, account.Id.ToString(), secret));
        account.UseCode(step!.Value);
        var privateKey = keys.Make(account.Id);
        await keys.Wrap(account.Id, privateKey, KeyWays.Password, Guid.Empty, Password!, stop);
        return await Finish(open, "password", privateKey, stop);
    }

    private async Task<IActionResult> Finish((Invitation Invitation, Account Account) open, string means, byte[] privateKey, CancellationToken stop)
    {
        open.Invitation.Use(Now);
        Codes = await RecoveryCodes.Renew(db, keys, open.Account.Id, privateKey, stop);
        var token = sessions.Begin(open.Account, means, DeviceName.Of(Request), privateKey);
        await db.SaveChangesAsync(stop);
        SessionCookie.Give(Response, token);
        return Page();
    }

    private async Task<(Invitation Invitation, Account Account)?> Open(CancellationToken stop)
    {
        var open = Link is { Length: > 20 and < 100 } ? await invitations.Open(Link, stop) : null;
        Account = open?.Account;
        if (open is null) Wrong[""] = "office.invitation.over";
        return open;
    }
}
