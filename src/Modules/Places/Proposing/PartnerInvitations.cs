using System.Net.Mail;
using Amparo.Contracts;
using Amparo.Places.Contacts;
using Amparo.Places.Entries;

namespace Amparo.Places.Proposing;

/// <summary>Invitations into one organisation: the role of a partner, in that organisation, and nothing more.</summary>
internal sealed class PartnerInvitations(Database db, Invitations invitations, Letters letters, IServiceProvider services, TimeProvider clock)
{
    public static void Check(string? email, string? name, string? language, Dictionary<string, string> wrong)
    {
        if (email is not { Length: > 3 and <= Account.LongestEmail } || !MailAddress.TryCreate(email, out var address) || address.Address != email.Trim()) wrong["Email"] = "places.invite.wrong_email";
        if (name?.Trim() is not { Length: > 1 and <= Account.LongestName }) wrong["Name"] = "places.invite.wrong_name";
        if (language is null || !ConsolePage.Languages.Contains(language)) wrong["Language"] = "places.invite.wrong_language";
    }

    /// <summary>The account and its link for whoever is to keep this entry and all others of its organisation. Saved by the caller.</summary>
    /// <param name="runBy">Of an entry that belongs to nobody yet: who runs it.</param>
    public async Task<(Account Account, string Token)> Into(Place place, string runBy, string email, string name, string language, CurrentUser who, string act, CancellationToken stop)
    {
        if (place.OrganizationId is null)
        {
            RuleBroken.Unless(ContactsInText.In(runBy).Count == 0, "places.contacts.in_a_name");
            var organization = new Organization { Name = runBy.Trim() };
            db.Add(organization);
            place.OrganizationId = organization.Id;
        }
        var organisation = place.OrganizationId.Value;
        // Whoever answers for one country cannot hand over entries of another that belong to the same network.
        var within = db.PlacesFor(who, act);
        RuleBroken.Unless(!await db.Set<Place>().AnyAsync(p => p.OrganizationId == organisation && !within.Any(m => m.Id == p.Id), stop), "places.invite.wider_than_you");
        var (account, token) = await invitations.Invite(email, name, language, null, organisation, stop);
        Give(account, organisation, who.Id, act);
        return (account, token);
    }

    /// <summary>Saved by the caller together with the account.</summary>
    public void Give(Account account, Guid organisation, Guid? by, string act)
    {
        var scope = Scope.Organisation(organisation);
        db.Add(new Assignment { AccountId = account.Id, Role = RoleNames.Partner, ScopeKind = scope.Kind, ScopeValue = scope.Value, GivenAt = clock.GetUtcNow(), GivenBy = by });
        db.Record(act, "kernel_account", account.Id, outcome: AuditOutcomes.Done);
    }

    /// <returns>What is said of it on the next page. A mail that fails does not undo the account: an administrator can send the link again.</returns>
    public async Task<string> Send(Account account, string token, CancellationToken stop)
    {
        try
        {
            var mailer = (IMailer)services.GetService(typeof(IMailer))!;
            await mailer.Send(letters.Write(account.Email, account.Language, "office.mail.invitation", $"{ConsolePaths.Invitation}?code={token}"), stop);
            return "invited";
        }
        catch (MailFailed)
        {
            return "mail_failed";
        }
    }
}
