using Amparo.Protection.Consent;
using Amparo.Protection.Granting;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People;

/// <summary>
/// Opens a file: for which team, on what basis, and something to call her by. Without a need or a consent there is none; whoever
/// only got help for a moment is a contact without a name.
/// </summary>
[Requires(ProtectionPermissions.Register)]
internal sealed class NewModel(Database db, Sections sections, Keyring keyring, Ledger ledger) : ConsolePage
{
    public override string TitleKey => "protection.new.title";

    [BindProperty] public Guid Team { get; set; }
    [BindProperty(Name = "")] public IdentityForm Form { get; set; } = new();
    [BindProperty(Name = "")] public BasisForm Basis { get; set; } = new();
    [BindProperty] public List<string> Needed { get; set; } = [];

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Teams = await MyTeams(stop);
        if (Teams.Count > 0) Team = Teams[0].Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Teams = await MyTeams(stop);
        var team = Teams.FirstOrDefault(t => t.Id == Team);
        if (team is null) Wrong["Team"] = "protection.new.choose_team";
        if (!await keyring.IsOpen(stop)) Wrong[""] = "protection.rule.sign_in_again";
        var today = OfficeDay.Of(Now, team?.Country ?? "");
        var identity = Form.Read(new(), today, Wrong);
        var band = AgeBands.Of(identity.Birth.YearsOn(today));
        Basis.Check(AgeBands.IsChild(band), Wrong);
        if (!Needed.TrueForAll(Needs.Kinds.Contains)) Wrong["Needed"] = "protection.identity.wrong_choice";
        if (Wrong.Count > 0) return Refused();

        var person = new Person { Code = Person.NewCode(), TeamId = team!.Id, Country = team.Country, AgeBand = band, OpenedAt = Now };
        var keeps = new FileGrant { PersonId = person.Id, TeamId = team.Id, Kind = GrantKinds.Keeper, Sections = string.Join(' ', SectionKinds.All), ConsentId = null, By = Who.Id!.Value, From = Now, Until = null };
        db.AddRange(person, keeps);
        await sections.Write(person, SectionKinds.Identity, identity, 0, stop);
        await sections.Write(person, SectionKinds.Needs, new Needs(Needed, ""), 0, stop);
        await ledger.Add(person, Basis.Entry(person.Id, 1, Who.Id!.Value, Now), Basis.Words, stop);
        // Who opens it need not say twice why.
        db.Add(new FileOpening { PersonId = person.Id, AccountId = Who.Id!.Value, SessionId = Who.Session!.SessionId, Reason = "help_now", At = Now, Until = Now + FileOpening.Lasts });
        await db.SaveChangesAsync(stop);
        return Redirect($"{ListModel.Path}/{person.Id}?done=file_opened");
    }

    private Task<List<Team>> MyTeams(CancellationToken stop) => db.TeamsFor(Who, ProtectionPermissions.Register).OrderBy(t => t.Name).ToListAsync(stop);
}
