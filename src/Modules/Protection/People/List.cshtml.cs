using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;

namespace Amparo.Protection.People;

/// <param name="Name">Where this person opens it; null for everybody else.</param>
/// <param name="Team">The team that keeps the file.</param>
internal sealed record FileRow(Guid Id, string Code, string AgeBand, string Team, DateTimeOffset ChangedAt, string? Name = null);

/// <summary>The files that this person's teams may open, by code. Names are opened on asking, in her session, and not one of them is in the address.</summary>
[Requires(ProtectionPermissions.View)]
internal sealed class ListModel(Database db, Sections sections, Keyring keyring) : ConsolePage
{
    public const string Path = "/console/people";
    private const int Most = 100;

    public override string TitleKey => "protection.list.title";

    public IReadOnlyList<FileRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool IsInTeam { get; private set; }
    public bool AreNamed { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => Load(null, stop);

    /// <summary>By code, or with the names opened: a post, so that neither stands in a history or a log.</summary>
    public async Task OnPostAsync(string? code, string? names, CancellationToken stop)
    {
        var typed = Person.Typed(code);
        await Load(typed.Length > 0 ? typed : null, stop);
        if (names is null || !Who.Holds(ProtectionPermissions.Read)) return;
        if (!await keyring.IsOpen(stop))
        {
            Wrong[""] = "protection.rule.sign_in_again";
            return;
        }
        Who.Purpose = "find";
        // To read a name is to read of that file, and stands in the audit of each.
        foreach (var row in Rows) db.Record(ProtectionPermissions.Read, PersonTable.Name, row.Id);
        if (Rows.Count > 0) await db.SaveChangesAsync(stop);
        var named = new List<FileRow>();
        foreach (var row in Rows) named.Add(row with { Name = (await sections.Read<Identity>(row.Id, SectionKinds.Identity, stop))?.Content?.Listed });
        (Rows, AreNamed) = ([.. named.OrderBy(r => r.Name is null).ThenBy(r => r.Name, StringComparer.Create(W.Culture, true))], true);
    }

    private async Task Load(string? code, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        IsInTeam = await db.TeamsFor(Who, ProtectionPermissions.View).AnyAsync(stop);
        var rows = await (
            from person in db.PeopleFor(Who, ProtectionPermissions.View, Now)
            where code == null || person.Code == code
            join team in db.Set<Team>() on person.TeamId equals team.Id
            orderby person.ChangedAt descending, person.Id
            select new FileRow(person.Id, person.Code, person.AgeBand, team.Name, person.ChangedAt, null)).Take(Most + 1).ToListAsync(stop);
        (Rows, HasMore) = ([.. rows.Take(Most)], rows.Count > Most);
    }
}
