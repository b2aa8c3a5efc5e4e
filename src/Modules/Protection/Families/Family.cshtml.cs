using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Families;

/// <param name="Name">Null where this person cannot open it.</param>
/// <param name="IsReached">Whether her teams may open that file at all.</param>
internal sealed record GroupRow(Guid Id, string Code, string AgeBand, string? Name, FamilyPlace? Place, bool IsReached);

/// <summary>With whom she travels; and those who are with her, begun on one page.</summary>
[Requires(ProtectionPermissions.Register)]
internal sealed class FamilyModel(Database db, Sections sections, Keyring keyring, OpenFiles files) : FilePage(db, ProtectionPermissions.Register)
{
    public const int Lines = 6;

    public override string TitleKey => "protection.family.title";

    protected override bool IsForKeepers => true;

    [BindProperty] public List<MemberForm> With { get; set; } = [];
    [BindProperty] public string? SpokenIn { get; set; }

    public IReadOnlyList<GroupRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Seen(stop);
        if (await MustOpen(keyring, stop)) await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        if (!await MustOpen(keyring, stop)) return Refused();
        await Load(stop);
        if (!Consent.BasisForm.SpokenLanguages.Contains(SpokenIn ?? "")) Wrong["SpokenIn"] = "protection.consent.choose_language";
        var today = OfficeDay.Of(Now, Person.Country);
        var read = With.Take(Lines).Select((line, i) => (Line: line, Read: line.IsEmpty ? null : line.Read($"With_{i}__", today, SpokenIn ?? "", Wrong))).Where(l => !l.Line.IsEmpty).ToList();
        if (read.Count == 0 && Wrong.Count == 0) Wrong["With_0__CalledBy"] = "protection.family.nobody";
        if (Wrong.Count > 0) return Refused();
        var team = await Db.Set<Team>().SingleAsync(t => t.Id == Person.TeamId, stop);
        var group = await GroupOf(PersonId, stop) ?? await Begin(team, stop);
        foreach (var (line, one) in read)
        {
            var person = await files.Open(team, one!.Value.Identity, [], one.Value.Basis, stop);
            Db.Add(new GroupMember { GroupId = group, PersonId = person.Id, Since = Now });
            await sections.Write(person, SectionKinds.Family, new FamilyPlace(line.Relation!, false, false, "", ""), 0, stop);
        }
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/family?done=group_saved");
    }

    private async Task<Guid> Begin(Team team, CancellationToken stop)
    {
        var group = new Group { TeamId = team.Id, MadeAt = Now };
        Db.AddRange(group, new GroupMember { GroupId = group.Id, PersonId = PersonId, Since = Now });
        if (await sections.Read<FamilyPlace>(PersonId, SectionKinds.Family, stop) is null) await sections.Write(Person, SectionKinds.Family, new FamilyPlace("leads", false, true, "", ""), 0, stop);
        return group.Id;
    }

    private Task<Guid?> GroupOf(Guid person, CancellationToken stop) => Db.Set<GroupMember>().Where(m => m.PersonId == person && m.LeftAt == null).Select(m => (Guid?)m.GroupId).SingleOrDefaultAsync(stop);

    // Of a file that another team keeps there is its code and no more: who travels together is no way into it.
    private async Task Load(CancellationToken stop)
    {
        if (await GroupOf(PersonId, stop) is not { } groupId) return;
        var people = await (from m in Db.Set<GroupMember>() where m.GroupId == groupId && m.LeftAt == null join p in Db.Set<Person>() on m.PersonId equals p.Id orderby m.Since, p.Id select p).AsNoTracking().ToListAsync(stop);
        var reached = await Db.PeopleFor(Who, ProtectionPermissions.Read, Now).Where(p => people.Select(x => x.Id).Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        var (names, places) = (await sections.ReadMany<Identity>(reached, SectionKinds.Identity, stop), await sections.ReadMany<FamilyPlace>(reached, SectionKinds.Family, stop));
        // Other files were read too, and that stands in the audit of each.
        foreach (var other in reached.Where(r => r != PersonId)) Db.Record(ProtectionPermissions.Read, PersonTable.Name, other);
        if (Db.ChangeTracker.HasChanges()) await Db.SaveChangesAsync(stop);
        Rows = [.. people.Select(p => new GroupRow(p.Id, Person.Said(p.Code), p.AgeBand, names.GetValueOrDefault(p.Id)?.Content?.Listed, places.GetValueOrDefault(p.Id)?.Content, reached.Contains(p.Id)))];
    }
}
