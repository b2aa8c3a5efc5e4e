using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

[Requires(PlacesPermissions.BringBack)]
internal sealed class BringBackModel(Database db) : DeedPage(db, PlacesPermissions.BringBack)
{
    public override string TitleKey => "places.desk.bring_back.title";

    protected override Task<string> Do(CancellationToken stop)
    {
        Place.BringBack();
        return Task.FromResult("place_back");
    }
}
