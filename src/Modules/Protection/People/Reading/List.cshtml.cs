using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Names;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;

namespace Amparo.Protection.People.Reading;

/// <param name="Name">Where this person opens it; null for everybody else.</param>
/// <param name="Team">The team that keeps the file.</param>
internal sealed record FileRow(Guid Id, string Code, string AgeBand, string Team, DateTimeOffset ChangedAt, string? Name = null);

/// <summary>The files that this person's teams may open, by code. Names are opened on asking, in her session, and not one of them is in the address.</summary>
[Requires(ProtectionPermissions.View)]
internal sealed class ListModel(Database db, Sections sections, Keyring keyring) : ConsolePage
{
    public const string Path = "/console/people";
    private const int Most = 100, MostOpened = 500;

    public override string TitleKey => "protection.list.title";

    public IReadOnlyList<FileRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool IsInTeam { get; private set; }
    public bool AreNamed { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => Load(null, Most, stop);

    /// <summary>By code or by a name, or with the names opened: a post, so that none of them stands in a history or a log.</summary>
    public async Task OnPostAsync(string? wanted, string? names, CancellationToken stop)
    {
        var typed = Person.Typed(wanted);
        await Load(typed.Length > 0 ? typed : null, Most, stop);
        if (!Who.Holds(ProtectionPermissions.Read) || (names is null && (typed.Length == 0 || Rows.Count > 0))) return;
        if (!await keyring.IsOpen(stop))
        {
            Wrong[""] = "protection.rule.sign_in_again";
            return;
        }
        if (names is null) await Load(null, MostOpened, stop);
        var opened = await sections.ReadMany<Identity>([.. Rows.Select(r => r.Id)], SectionKinds.Identity, stop);
        var named = Rows.Select(r => (Row: r with { Name = opened.GetValueOrDefault(r.Id)?.Content?.Listed }, Rank: names is not null ? 1 : RankOf(wanted!, opened.GetValueOrDefault(r.Id)?.Content)));
        (Rows, AreNamed) = ([.. named.Where(n => n.Rank > 0).OrderByDescending(n => n.Rank).ThenBy(n => n.Row.Name is null).ThenBy(n => n.Row.Name, StringComparer.Create(W.Culture, true)).Select(n => n.Row)], true);
        // To read a name is to read of that file, and stands in the audit of each that is shown.
        Who.Purpose = "find";
        foreach (var row in Rows.Where(r => r.Name is not null)) db.Record(ProtectionPermissions.Read, PersonTable.Name, row.Id);
        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(stop);
    }

    // By what she is called too: it may be all that she said.
    private static int RankOf(string asked, Identity? identity) => identity is null ? 0 : Math.Max(NameSearch.Rank(asked, identity.Name), NameSearch.Rank(asked, new PersonName { Given = [identity.CalledBy] }));

    private async Task Load(string? code, int most, CancellationToken stop)
    {
        IsInTeam = await db.TeamsFor(Who, ProtectionPermissions.View).AnyAsync(stop);
        var rows = await (
            from person in db.PeopleFor(Who, ProtectionPermissions.View, Now)
            where code == null || person.Code == code
            join team in db.Set<Team>() on person.TeamId equals team.Id
            orderby person.ChangedAt descending, person.Id
            select new FileRow(person.Id, person.Code, person.AgeBand, team.Name, person.ChangedAt, null)).Take(most + 1).ToListAsync(stop);
        (Rows, HasMore) = ([.. rows.Take(most)], rows.Count > most);
    }
}
