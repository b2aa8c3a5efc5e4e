using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Duplicates;

/// <summary>They look alike and are two: remembered, so that no list proposes the pair again.</summary>
[Requires(PlacesPermissions.NotTwins)]
internal sealed class DifferentModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.desk.not_twins.title";

    [FromRoute] public Guid DuplicateId { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.DuplicatesFor(Who, PlacesPermissions.NotTwins).SingleOrDefaultAsync(d => d.Id == DuplicateId, stop) is not { } pair) return NotFound();
        pair.Decide(DuplicateProposal.Different, Who.Id!.Value, Now);
        await db.SaveChangesAsync(stop);
        return Redirect($"{ListModel.Path}?done=twin_different");
    }
}
