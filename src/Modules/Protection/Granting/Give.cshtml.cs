using Amparo.Protection.Consent;
using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Granting;

/// <param name="Entry">What she agreed to, for a team that is named in it.</param>
internal sealed record Givable(ConsentEntry Entry, string Team);

/// <summary>
/// Lets another team open parts of a file: just those, to just whom, for just as long as what she agreed to says. Without a line
/// of the ledger that stands there is nothing to choose.
/// </summary>
[Requires(ProtectionPermissions.GiveAccess)]
internal sealed class GiveModel(Database db, Sections sections, Keyring keyring, Ledger ledger) : FilePage(db, ProtectionPermissions.GiveAccess)
{
    public override string TitleKey => "protection.access.give";

    [BindProperty] public Guid Consent { get; set; }

    public IReadOnlyList<Givable> Choices { get; private set; } = [];

    protected override bool IsForKeepers => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Load(stop);
        if (!await MustOpen(keyring, stop)) return Refused();
        if (Choices.FirstOrDefault(c => c.Entry.Id == Consent) is not { Entry: { TeamId: { } to } entry })
        {
            Wrong["Consent"] = "protection.access.choose";
            return Refused();
        }
        var grant = new FileGrant { PersonId = PersonId, TeamId = to, Kind = entry.Purpose, Sections = entry.Sections, ConsentId = entry.Id, By = Who.Id!.Value, From = Now, Until = entry.Until };
        Db.Add(grant);
        await sections.Share(grant, stop);
        Db.Add(new Notice { TeamId = to, Code = Person.Code, Kind = Notice.FileGiven, At = Now });
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/access?done=access_given");
    }

    private async Task Load(CancellationToken stop)
    {
        var id = PersonId;
        var lines = await (from c in Db.Set<ConsentEntry>().AsNoTracking() where c.PersonId == id && c.TeamId != null && c.Purpose != Purposes.Help join t in Db.Set<Team>() on c.TeamId equals t.Id orderby c.Number descending select new { c, t.Name }).ToListAsync(stop);
        var given = await Db.Set<FileGrant>().Where(g => g.PersonId == id && g.EndedAt == null).Select(g => g.ConsentId).ToListAsync(stop);
        var choices = new List<Givable>();
        foreach (var line in lines.Where(l => !given.Contains(l.c.Id)))
            if (await ledger.Stands(line.c, stop)) choices.Add(new(line.c, line.Name));
        Choices = choices;
    }
}
