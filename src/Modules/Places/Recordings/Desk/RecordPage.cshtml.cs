using Amparo.Contracts.Recordings;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>Brings the voice that speaks a page which is the same for everybody: whoever does it speaks to the whole region.</summary>
[Requires(PlacesPermissions.Record)]
[RequestSizeLimit(RecordForm.MostSent), RequestFormLimits(MultipartBodyLengthLimit = RecordForm.MostSent, MemoryBufferThreshold = RecordForm.MostSent)]
internal sealed class RecordPageModel(Database db, Texts texts) : ConsolePage
{
    public override string TitleKey => "places.recordings.record";

    [BindProperty(SupportsGet = true)] public string? Of { get; set; }
    [BindProperty] public RecordForm Form { get; set; } = new();

    public bool MayRecord => Who.ReachFor(PlacesPermissions.Record).Everywhere;
    public string Chosen => Of is not null && RecordedPages.All.ContainsKey(Of) ? Of : RecordedPages.Danger;
    public SpokenText Text => SpokenText.OfPage(texts, Chosen, Form.Language ?? "");

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RuleBroken.Unless(MayRecord, "places.record.whole_region");
        var sound = await Form.Clean(stop);
        await db.Bring(sound, sha256 => Recording.Of(Text, Form.Language, sound, sha256, Form.Said, Who.Id!.Value, Now), stop);
        await db.SaveChangesAsync(stop);
        return Redirect($"{RecordingsModel.Path}?done=recording_brought");
    }
}
