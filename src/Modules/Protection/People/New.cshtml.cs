using Amparo.Protection.Consent;
using Amparo.Protection.People.Editing;
using Amparo.Protection.People.Reading;
using Amparo.Protection.People.Same;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People;

/// <summary>
/// Opens a file: for which team, on what basis, and something to call her by. Without a need or a consent there is none; whoever
/// only got help for a moment is a contact without a name.
/// </summary>
[Requires(ProtectionPermissions.Register)]
internal sealed class NewModel(Database db, OpenFiles files, EarlierFiles earlier, Keyring keyring) : ConsolePage
{
    public override string TitleKey => "protection.new.title";

    [BindProperty] public Guid Team { get; set; }
    [BindProperty(Name = "")] public IdentityForm Form { get; set; } = new();
    [BindProperty(Name = "")] public BasisForm Basis { get; set; } = new();
    [BindProperty] public List<string> Needed { get; set; } = [];

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Teams = await MyTeams(stop);
        if (Teams.Count > 0) Team = Teams[0].Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Teams = await MyTeams(stop);
        var team = Teams.FirstOrDefault(t => t.Id == Team);
        if (team is null) Wrong["Team"] = "protection.new.choose_team";
        if (!await keyring.IsOpen(stop)) Wrong[""] = "protection.rule.sign_in_again";
        var today = OfficeDay.Of(Now, team?.Country ?? "");
        var identity = Form.Read(new(), today, Wrong);
        Basis.Check(AgeBands.IsChild(AgeBands.Of(identity.Birth.YearsOn(today))), Wrong);
        if (!Needed.TrueForAll(Needs.Kinds.Contains)) Wrong["Needed"] = "protection.identity.wrong_choice";
        if (Wrong.Count > 0) return Refused();

        var person = await files.Open(team!, identity, [.. Needed.Distinct()], Basis, stop);
        await db.SaveChangesAsync(stop);
        // Whoever came before is found now, while she is still here to be asked.
        var same = await earlier.Find(person, identity, stop);
        return Redirect($"{ListModel.Path}/{person.Id}{(same.Count > 0 ? "/same" : "")}?done=file_opened");
    }

    private Task<List<Team>> MyTeams(CancellationToken stop) => db.TeamsFor(Who, ProtectionPermissions.Register).OrderBy(t => t.Name).ToListAsync(stop);
}
