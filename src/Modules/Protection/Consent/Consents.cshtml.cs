using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Consent;

/// <param name="Team">To whom; null for the team that keeps the file.</param>
internal sealed record ConsentLine(ConsentEntry Entry, string? Team, ConsentWords? Words, bool Stands);

/// <summary>What she agreed to, refused and took back, newest first.</summary>
[Requires(ProtectionPermissions.ViewConsent)]
internal sealed class ConsentsModel(Database db, Sections sections) : FilePage(db, ProtectionPermissions.ViewConsent)
{
    public override string TitleKey => "protection.consent.title";

    protected override bool IsForKeepers => true;

    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Seen(stop);
        var id = PersonId;
        var entries = await Db.Set<ConsentEntry>().AsNoTracking().Where(c => c.PersonId == id).OrderByDescending(c => c.Number).ToListAsync(stop);
        var teams = await Db.Set<Team>().Where(t => entries.Select(e => e.TeamId).Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var back = entries.Select(e => e.Withdraws).ToHashSet();
        var lines = new List<ConsentLine>();
        foreach (var entry in entries)
        {
            var words = entry.Words is { } number ? (await sections.Read<ConsentWords>(PersonId, SectionKinds.Consent, number, stop))?.Content : null;
            lines.Add(new(entry, entry.TeamId is { } team ? teams[team] : null, words, entry.Allows(Now) && !back.Contains(entry.Id)));
        }
        Lines = lines;
        return Page();
    }
}
