using Amparo.Office.Accounts;

namespace Amparo.Office.Work;

/// <summary>Invited, and never came: the mail was lost, or the address is wrong and the link lies in a stranger's mailbox.</summary>
internal sealed class InvitationsThatWait(Database db) : IWork
{
    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (!user.Holds(OfficePermissions.Invite)) return [];
        var waiting = db.AccountsFor(user, OfficePermissions.Invite).Where(a => a.FirstSignInAt == null && a.DisabledAt == null);
        var count = await waiting.CountAsync(stop);
        return [new("office.work.invitations", count, count == 0 ? null : await waiting.MinAsync(a => a.InvitedAt, stop), "/console/accounts?state=invited")];
    }
}
