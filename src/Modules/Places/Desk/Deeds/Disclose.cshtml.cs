using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

/// <summary>The first of two people asks that more be shown; nothing changes for readers yet.</summary>
[Requires(PlacesPermissions.Disclose)]
internal sealed class DiscloseModel(Database db) : DeedPage(db, PlacesPermissions.Disclose)
{
    public override string TitleKey => "places.desk.disclose.title";

    [BindProperty] public string? To { get; set; }

    /// <summary>What would show more than now.</summary>
    public IEnumerable<string> More => Disclosures.All.TakeWhile(d => d != Place.Disclosure);

    protected override Task<string> Do(CancellationToken stop)
    {
        if (To is null || !More.Contains(To)) Wrong[""] = "places.disclose.not_wider";
        else Place.ProposeDisclosure(To, Who.Id!.Value.ToString());
        return Task.FromResult("place_proposed");
    }
}
