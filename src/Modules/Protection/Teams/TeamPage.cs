using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>A page about one team in reach of its act.</summary>
internal abstract class TeamPage(Database db, string act) : ConsolePage
{
    [FromRoute] public Guid TeamId { get; set; }

    public Team Team { get; private set; } = null!;
    public string Path => $"{TeamsModel.Path}/{TeamId}";

    protected Database Db => db;

    protected async Task<bool> Find(CancellationToken stop)
    {
        var id = TeamId;
        if (await db.TeamsWithin(Who, act).SingleOrDefaultAsync(t => t.Id == id, stop) is not { } team) return false;
        Team = team;
        return true;
    }

    /// <summary>A member through her team, never by her own identifier alone.</summary>
    /// <exception cref="RuleBroken">She is not in it, or not any more.</exception>
    protected async Task<Member> MemberOf(Guid member, CancellationToken stop)
    {
        var id = TeamId;
        return await db.Set<Member>().SingleOrDefaultAsync(m => m.Id == member && m.TeamId == id && m.LeftAt == null, stop) ?? throw new RuleBroken("protection.rule.left_already");
    }
}
