using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

/// <summary>One person, at once: whoever sees a refuge in danger must not look for a colleague first.</summary>
[Requires(PlacesPermissions.Hide)]
internal sealed class HideModel(Database db) : DeedPage(db, PlacesPermissions.Hide)
{
    public override string TitleKey => "places.desk.hide.title";

    [BindProperty] public string? To { get; set; }

    /// <summary>What would show less than now.</summary>
    public IEnumerable<string> Less => Disclosures.All.SkipWhile(d => d != Place.Disclosure).Skip(1);

    protected override Task<string> Do(CancellationToken stop)
    {
        if (To is null || !Less.Contains(To)) Wrong[""] = "places.hide.unknown_disclosure";
        else Place.HideTo(To);
        return Task.FromResult("place_hidden");
    }
}
