using Amparo.Safeguarding.Holding;

namespace Amparo.Safeguarding.Reading;

/// <summary>
/// To who reads: how many are open. To who gives roles and reads none: in words, that nobody can read yet. She learns no number,
/// for with each that comes she would learn that somebody complained.
/// </summary>
internal sealed class ComplaintsThatWait(Database db, Holders holders) : IWork
{
    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (user.Holds(SafeguardingPermissions.View))
        {
            var open = db.ComplaintsFor(user, SafeguardingPermissions.View).Where(c => c.ClosedAt == null);
            var count = await open.CountAsync(stop);
            return [new("safeguarding.work.open", count, count == 0 ? null : await open.MinAsync(c => c.ReceivedAt, stop), QueueModel.Path)];
        }
        if (!user.Holds(SafeguardingPermissions.ViewHolders)) return [];
        var active = await holders.Active(stop);
        var notice = active.Count == 0 ? "safeguarding.work.nobody" : await db.Set<Copy>().AnyAsync(c => c.AccountId == null, stop) ? "safeguarding.work.another" : active.Count == 1 ? "safeguarding.work.one_alone" : null;
        return notice is null ? [] : [new(notice, 0, null, TellHolders.PeoplePath) { IsNotice = true }];
    }
}
