using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>Large pages that a community adviser turns before a group: one thing on each, readable from three metres.</summary>
[Public("public.print")]
internal sealed class ChartModel(Towns towns) : TownPage(towns)
{
    private const int PerKind = 3;

    private static readonly (string, string)[] Kinds =
        [(PlaceKinds.Shelter, "bed"), (PlaceKinds.Food, "food"), (PlaceKinds.Health, "med"), (PlaceKinds.Legal, "law"), (PlaceKinds.AsylumAuthority, "doc"), (PlaceKinds.FamilyLinks, "family"), (PlaceKinds.Connectivity, "charge"), (PlaceKinds.Consular, "flag")];

    protected override string Address => "print/chart";

    public IActionResult OnGet()
    {
        ReadTown();
        if (Town is null) return ToChoice();
        Fill(Kinds, PerKind, eachOnce: false);
        return Page();
    }
}
