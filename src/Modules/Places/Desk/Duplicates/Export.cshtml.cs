using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Duplicates;

/// <summary>Pairs that wait, as a file: names and reasons, and nothing of where a hidden one of them is.</summary>
[Requires(PlacesPermissions.Merge)]
internal sealed class ExportModel(Database db) : ConsolePage
{
    private static readonly string[] Head = ["first_id", "first", "second_id", "second", "country", "reasons", "since"];

    public override string TitleKey => "places.desk.duplicates.title";

    public Task<IActionResult> OnGetAsync() =>
        new TableFile($"repetidos-{Today}", Head).Answer(HttpContext, db, PlacesPermissions.Merge, "places_duplicate_proposal", new PairFilter(Request).Of(db, Who).Take(ConsoleTable.MostInFile), pair =>
            [pair.FirstId.ToString(), pair.First, pair.SecondId.ToString(), pair.Second, pair.Country, PairFilter.InWords(W, pair.Reasons), Stamp(pair.At)]);
}
