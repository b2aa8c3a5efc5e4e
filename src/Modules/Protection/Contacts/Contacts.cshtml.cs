using Amparo.Protection.People;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Contacts;

internal sealed record ContactDay(DateOnly Day, int Count, int Children);

/// <summary>The short contact: one form that is empty again at once, and how many there were on each of the last days.</summary>
[Requires(ProtectionPermissions.Contact)]
internal sealed class ContactsModel(Database db) : ConsolePage
{
    public const string Path = "/console/contacts";
    private const int Days = 14;

    public override string TitleKey => "protection.contacts.title";

    [BindProperty] public Guid Team { get; set; }
    [BindProperty] public string? AgeBand { get; set; }
    [BindProperty] public List<string> Needed { get; set; } = [];
    [BindProperty] public List<string> Given { get; set; } = [];

    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public IReadOnlyList<ContactDay> Last { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        var team = Teams.FirstOrDefault(t => t.Id == Team);
        if (team is null) Wrong["Team"] = "protection.new.choose_team";
        if (!AgeBands.All.Contains(AgeBand ?? "")) Wrong["AgeBand"] = "protection.contacts.choose_age";
        if (Needed.Count == 0 && Given.Count == 0) Wrong["Needed"] = "protection.contacts.choose_need";
        if (!Needed.Concat(Given).All(Needs.Kinds.Contains)) Wrong["Needed"] = "protection.identity.wrong_choice";
        if (Wrong.Count > 0) return Refused();
        db.Add(new Contact { TeamId = team!.Id, Day = OfficeDay.Of(Now, team.Country), AgeBand = AgeBand!, Needs = string.Join(' ', Needed.Distinct()), Given = string.Join(' ', Given.Distinct()) });
        await db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=contact_saved");
    }

    private async Task Load(CancellationToken stop)
    {
        var mine = db.TeamsFor(Who, ProtectionPermissions.Contact);
        Teams = await mine.OrderBy(t => t.Name).ToListAsync(stop);
        if (Team == default && Teams.Count > 0) Team = Teams[0].Id;
        var ids = Teams.Select(t => t.Id).ToList();
        var since = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-Days);
        Last = await db.Set<Contact>().Where(c => ids.Contains(c.TeamId) && c.Day > since).GroupBy(c => c.Day).OrderByDescending(g => g.Key)
            .Select(g => new ContactDay(g.Key, g.Count(), g.Count(c => c.AgeBand == "0_4" || c.AgeBand == "5_11" || c.AgeBand == "12_17"))).ToListAsync(stop);
    }
}
