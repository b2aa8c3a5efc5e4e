using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>The voice as readers would hear it, for the people who work here.</summary>
[Requires(PlacesPermissions.View)]
internal sealed class SoundModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.recordings.title";

    [FromRoute] public Guid RecordingId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var found = await db.RecordingsFor(Who, PlacesPermissions.View).Where(r => r.Id == RecordingId).Join(db.Set<RecordedSound>(), r => r.Sha256, s => s.Sha256, (r, s) => new { r.Type, s.Bytes }).SingleOrDefaultAsync(stop);
        return found is null ? NotFound() : new FileContentResult(found.Bytes, found.Type) { EnableRangeProcessing = true };
    }
}
