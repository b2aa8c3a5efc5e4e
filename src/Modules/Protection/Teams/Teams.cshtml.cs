namespace Amparo.Protection.Teams;

internal sealed record TeamRow(Guid Id, string Name, string Country, int Members, bool IsMine);

/// <summary>The teams in reach. To see that there is one opens nothing that it keeps.</summary>
[Requires(ProtectionPermissions.ViewTeams)]
internal sealed class TeamsModel(Database db) : ConsolePage
{
    public const string Path = "/console/teams";

    public override string TitleKey => "protection.teams.title";

    public IReadOnlyList<TeamRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = Who.Id;
        Rows = await db.TeamsWithin(Who, ProtectionPermissions.ViewTeams).OrderBy(t => t.Country).ThenBy(t => t.Name)
            .Select(t => new TeamRow(t.Id, t.Name, t.Country, db.Set<Member>().Count(m => m.TeamId == t.Id && m.LeftAt == null), db.Set<Member>().Any(m => m.TeamId == t.Id && m.AccountId == me && m.LeftAt == null)))
            .ToListAsync(stop);
    }
}
