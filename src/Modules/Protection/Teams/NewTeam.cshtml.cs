using Amparo.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <summary>A new team, whose first member is whoever makes it: its keys are made now, for her alone.</summary>
[Requires(ProtectionPermissions.MakeTeam)]
internal sealed class NewTeamModel(Database db, ShareRings rings) : ConsolePage
{
    public override string TitleKey => "protection.teams.new";

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Country { get; set; }

    /// <summary>Where this person may make one: her countries, or any for her own organisation.</summary>
    public IReadOnlyList<string> Countries => Who.ReachFor(ProtectionPermissions.MakeTeam) is var reach && (reach.Everywhere || reach.Organisations.Count > 0) ? RegionCountries.All : reach.Countries;

    public void OnGet() => Country = Countries.Count > 0 ? Countries[0] : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var name = Name.Clean();
        if (name.Length is 0 or > Team.LongestName) Wrong["Name"] = "protection.teams.needs_name";
        if (!Countries.Contains(Country)) Wrong["Country"] = "protection.teams.wrong_country";
        if (Wrong.Count > 0) return Refused();
        var reach = Who.ReachFor(ProtectionPermissions.MakeTeam);
        // Who reaches an organisation alone makes it for that one: nobody makes what they could not see.
        var isBeyond = !reach.Everywhere && !reach.Countries.Contains(Country);
        var team = new Team { Name = name, Country = Country!, Organisation = isBeyond ? reach.Organisations[0] : Who.Organisation, MadeAt = Now };
        var first = new Member { TeamId = team.Id, AccountId = Who.Id!.Value, Function = Functions.Supervisor, AddedBy = Who.Id!.Value, Since = Now };
        db.AddRange(team, first);
        await rings.Give(team, first, stop);
        await db.SaveChangesAsync(stop);
        return Redirect($"{TeamsModel.Path}/{team.Id}?done=team_made");
    }
}
