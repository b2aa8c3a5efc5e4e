using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Asking.Desk;

/// <summary>What was asked lately and what came back, as a file: to which number or mailbox stands in none of it.</summary>
[Requires(PlacesPermissions.Assure)]
internal sealed class ExportAskedModel(Database db) : ConsolePage
{
    private static readonly string[] Head = ["id", "name", "country", "asked", "by", "state", "stopped", "answer", "answered"];

    public override string TitleKey => "places.desk.asked.title";

    public Task<IActionResult> OnGetAsync() =>
        new TableFile($"preguntas-{Today}", Head).Answer(HttpContext, db, PlacesPermissions.Assure, "places_ask", new AskedFilter(Request).Of(db, Who, Now).Take(ConsoleTable.MostInFile), line =>
            [
                line.PlaceId.ToString(), line.Name, line.Country, Stamp(line.AskedAt), W["places.desk.channel." + line.Channel], line.State is null ? "" : W["places.desk.sent." + line.State],
                line.Stopped ? W["places.desk.yes"] : "", W[AskedFilter.AnswerOf(line, Now)], Stamp(line.AnsweredAt),
            ]);
}
