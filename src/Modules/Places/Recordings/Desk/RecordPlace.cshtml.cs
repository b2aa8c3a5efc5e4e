using Amparo.Places.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>Brings the voice that speaks a place's page. The file is held in memory, cleaned, and only what is left is kept.</summary>
[Requires(PlacesPermissions.Record)]
[RequestSizeLimit(RecordForm.MostSent), RequestFormLimits(MultipartBodyLengthLimit = RecordForm.MostSent, MemoryBufferThreshold = RecordForm.MostSent)]
internal sealed class RecordPlaceModel(Database db) : PlacePage(db, PlacesPermissions.Record)
{
    public override string TitleKey => "places.recordings.record";

    [BindProperty] public RecordForm Form { get; set; } = new();

    public SpokenText Text => SpokenText.Of(Place);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        // It was spoken beside the words that this form showed.
        if (Version != Place.Version) return Behind();
        var sound = await Form.Clean(stop);
        await Db.Bring(sound, sha256 => Recording.Of(Text, Form.Language, sound, sha256, Form.Said, Who.Id!.Value, Now), stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{RecordingsModel.Path}?done=recording_brought");
    }
}
