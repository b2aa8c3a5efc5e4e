using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Granting;

/// <summary>What teams of this person are told: files that were given to them, and accesses that ended.</summary>
[Requires(ProtectionPermissions.Notices)]
internal sealed class NoticesModel(Database db) : ConsolePage
{
    public const string Path = "/console/people/notices";
    private const int Most = 200;

    public override string TitleKey => "protection.notices.title";

    public IReadOnlyList<(Notice Notice, string Team)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var lines = await (from n in db.NoticesFor(Who) orderby n.SeenAt != null, n.At descending join t in db.Set<Team>() on n.TeamId equals t.Id select new { n, t.Name }).Take(Most).ToListAsync(stop);
        Lines = [.. lines.Select(l => (l.n, l.Name))];
    }

    public async Task<IActionResult> OnPostAsync(Guid notice, CancellationToken stop)
    {
        // Of who left the team meanwhile there is nothing to see: the page says what there is.
        if (await db.NoticesFor(Who).SingleOrDefaultAsync(n => n.Id == notice, stop) is not { } found) return Redirect(Path);
        found.See(Who.Id!.Value, Now);
        await db.SaveChangesAsync(stop);
        return Redirect(Path);
    }
}

internal static class VisibleNotices
{
    public static IQueryable<Notice> NoticesFor(this Database db, CurrentUser user)
    {
        var teams = db.TeamsFor(user, ProtectionPermissions.Notices).Select(t => t.Id);
        return db.Set<Notice>().Where(n => teams.Contains(n.TeamId));
    }
}

/// <summary>On the start page: how many nobody has seen.</summary>
internal sealed class NoticesThatWait(Database db) : IWork
{
    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (!user.Holds(ProtectionPermissions.Notices)) return [];
        var open = db.NoticesFor(user).Where(n => n.SeenAt == null);
        var count = await open.CountAsync(stop);
        return [new("protection.work.notices", count, count == 0 ? null : await open.MinAsync(n => n.At, stop), NoticesModel.Path)];
    }
}
