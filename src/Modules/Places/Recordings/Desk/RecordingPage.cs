using Amparo.Places.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>One deed upon one recording, upon the version that the person heard and the words that she saw.</summary>
internal abstract class RecordingPage(Database db, Texts texts, string act) : ConsolePage
{
    [FromRoute] public Guid RecordingId { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>The hash of the words that stood beside the voice.</summary>
    [BindProperty] public string? Words { get; set; }

    public Recording Recording { get; private set; } = null!;
    public SpokenText Text { get; private set; } = null!;
    public string Of => Text.Place?.Name ?? W["places.recordings.page." + Text.Page];
    public string LanguageName => PlaceCodes.LanguageName(W, Recording.Language);

    protected Database Db => db;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Version != Recording.Version || Words != Text.Hash) Wrong[""] = "places.record.changed";
        var done = Wrong.Count > 0 ? "" : await Do(stop);
        if (Wrong.Count > 0) return Refused();
        await db.SaveChangesAsync(stop);
        return Redirect($"{RecordingsModel.Path}?done={done}");
    }

    /// <summary>Changes the recording, or fills <see cref="ConsolePage.Wrong"/>.</summary>
    /// <returns>The end of the key of a sentence on what was done.</returns>
    protected abstract Task<string> Do(CancellationToken stop);

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.RecordingsFor(Who, act).SingleOrDefaultAsync(r => r.Id == RecordingId, stop) is not { } recording) return false;
        if (!(await db.WordsOf(texts, [recording], stop)).TryGetValue(recording.Id, out var text)) return false;
        (Recording, Text) = (recording, text);
        return true;
    }
}
