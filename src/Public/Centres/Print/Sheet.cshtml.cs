using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>The help around a town on A4, to hang on a wall.</summary>
[Public("public.print")]
internal sealed class SheetModel(Towns towns) : TownPage(towns)
{
    private const int PerKind = 3;

    private static readonly (string, string)[] Kinds =
    [
        (PlaceKinds.Shelter, "bed"), (PlaceKinds.Food, "food"), (PlaceKinds.Health, "med"), (PlaceKinds.ChildProtection, "child"), (PlaceKinds.Legal, "law"), (PlaceKinds.AsylumAuthority, "doc"), (PlaceKinds.Documents, "doc"),
        (PlaceKinds.MentalHealth, "heart"), (PlaceKinds.Water, "food"), (PlaceKinds.HygieneClothing, "home"), (PlaceKinds.Connectivity, "charge"), (PlaceKinds.FamilyLinks, "family"), (PlaceKinds.RescueMissing, "family"),
        (PlaceKinds.Ombudsman, "law"), (PlaceKinds.Labour, "law"), (PlaceKinds.Education, "doc"), (PlaceKinds.ReturnReception, "back"), (PlaceKinds.Hub, "ask"), (PlaceKinds.Transport, "bus"), (PlaceKinds.Worship, "home"), (PlaceKinds.Consular, "flag"),
    ];

    protected override string Address => "print/sheet";

    public IActionResult OnGet()
    {
        ReadTown();
        if (Town is null) return ToChoice();
        Fill(Kinds, PerKind, eachOnce: true);
        return Page();
    }
}
