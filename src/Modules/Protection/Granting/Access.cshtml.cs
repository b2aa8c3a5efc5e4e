using Amparo.Protection.Consent;
using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Granting;

internal sealed record GrantLine(FileGrant Grant, string Team, bool IsLive);

/// <param name="Who">Null of a command or a job.</param>
/// <param name="Times">In that hour: somebody who works on a file opens it again and again.</param>
internal sealed record LookLine(DateTimeOffset At, string? Who, string Act, string? Purpose, int Times);

/// <summary>Which teams may open a file and why, and who looked at it.</summary>
[Requires(ProtectionPermissions.ViewAccess)]
internal sealed class AccessModel(Database db) : FilePage(db, ProtectionPermissions.ViewAccess)
{
    private const int MostLooks = 200;

    public override string TitleKey => "protection.access.title";

    protected override bool IsForKeepers => true;

    public IReadOnlyList<GrantLine> Grants { get; private set; } = [];
    public IReadOnlyList<LookLine> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Seen(stop);
        var id = PersonId;
        var grants = await (from g in Db.Set<FileGrant>().AsNoTracking() where g.PersonId == id join t in Db.Set<Team>() on g.TeamId equals t.Id orderby g.From select new { g, t.Name }).ToListAsync(stop);
        Grants = [.. grants.Select(x => new GrantLine(x.g, x.Name, x.g.IsLive(Now))).OrderByDescending(l => l.IsLive)];
        var looks = await Db.Set<AuditEntry>().AsNoTracking().Where(a => a.Record == id).OrderByDescending(a => a.At).Take(MostLooks).ToListAsync(stop);
        var names = await Db.Set<Account>().Where(a => looks.Select(l => l.By).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        Looks = [.. looks.GroupBy(l => (l.By, l.Act, l.Purpose, Hour: l.At.UtcTicks / TimeSpan.TicksPerHour))
            .Select(g => new LookLine(g.Max(l => l.At), g.Key.By is { } by ? names.GetValueOrDefault(by, "?") : null, g.Key.Act, g.Key.Purpose, g.Count())).OrderByDescending(l => l.At)];
        return Page();
    }
}
