using System.Net.Mail;
using Amparo.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

/// <summary>The link goes to the invited person's mailbox and is shown to nobody else: who sees it could begin in their place.</summary>
[Requires(OfficePermissions.Invite)]
internal sealed class InviteModel(Database db, Invitations invitations, Letters letters, IMailer mailer) : ConsolePage
{
    public override string TitleKey => "office.invite.title";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public string? Country { get; set; }

    /// <summary>Where this person may invite: the whole region as the empty code.</summary>
    public IReadOnlyList<string> Choices => Who.ReachFor(OfficePermissions.Invite) is { Everywhere: true } ? ["", .. RegionCountries.All] : Who.CountriesFor(OfficePermissions.Invite);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Email is not { Length: > 3 and <= Account.LongestEmail } || !MailAddress.TryCreate(Email, out var address) || address.Address != Email.Trim()) Wrong["Email"] = "office.invite.wrong_email";
        if (Name?.Trim() is not { Length: > 1 and <= Account.LongestName }) Wrong["Name"] = "office.invite.wrong_name";
        if (Language is null || !Languages.Contains(Language)) Wrong["Language"] = "office.invite.wrong_language";
        if (!Choices.Contains(Country ?? "")) Wrong["Country"] = "office.invite.wrong_country";
        if (Wrong.Count > 0) return Refused();

        var (account, token) = await invitations.Invite(Email!, Name!, Language!, Country is { Length: 2 } ? Country : null, null, stop);
        await db.SaveChangesAsync(stop);
        await KeepOnce($"/console/accounts/{account.Id}", stop);
        return Redirect($"/console/accounts/{account.Id}?done={await Invited.Send(letters, mailer, account, token, stop)}");
    }
}

/// <summary>Sends the link of an invitation.</summary>
internal static class Invited
{
    /// <returns>What is said of it on the next page. A mail that fails does not undo the account: the link can be sent again.</returns>
    public static async Task<string> Send(Letters letters, IMailer mailer, Account account, string token, CancellationToken stop)
    {
        try
        {
            await mailer.Send(letters.Write(account.Email, account.Language, "office.mail.invitation", $"{ConsolePaths.Invitation}?code={token}"), stop);
            return "invited";
        }
        catch (MailFailed)
        {
            return "mail_failed";
        }
    }
}
