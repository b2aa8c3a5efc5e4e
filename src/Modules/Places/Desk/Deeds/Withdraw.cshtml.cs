using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

[Requires(PlacesPermissions.Withdraw)]
internal sealed class WithdrawModel(Database db) : DeedPage(db, PlacesPermissions.Withdraw)
{
    public override string TitleKey => "places.desk.withdraw.title";

    [BindProperty] public string? Because { get; set; }

    protected override Task<string> Do(CancellationToken stop)
    {
        if (Because is null || !WithdrawalReasons.All.Contains(Because)) Wrong[""] = "places.withdraw.unknown_reason";
        else
        {
            Place.Withdraw(Because);
            Who.Purpose = Because;
        }
        return Task.FromResult("place_withdrawn");
    }
}
