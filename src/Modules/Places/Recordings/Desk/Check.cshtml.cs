using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>The second person hears it beside the words of now: before readers hear it at all, and again when the words have changed.</summary>
[Requires(PlacesPermissions.CheckRecordings)]
internal sealed class CheckModel(Database db, Texts texts) : RecordingPage(db, texts, PlacesPermissions.CheckRecordings)
{
    public override string TitleKey => "places.recordings.check";

    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public bool SaysDemonstration { get; set; }
    [BindProperty] public bool SaysNoPlace { get; set; }

    protected override async Task<string> Do(CancellationToken stop)
    {
        if (Decision == "yes")
        {
            Recording.Publish(Text, Who.Id!.Value, SaysDemonstration, SaysNoPlace, Now);
            foreach (var older in await Db.Same(Recording).Where(r => r.State == RecordingStates.Published).ToListAsync(stop))
            {
                older.Replace();
                await Db.Forget(older, Recording.Sha256, stop);
            }
            return "recording_published";
        }
        if (Decision == "no")
        {
            Recording.Refuse(Text, Who.Id!.Value, Now);
            await Db.Forget(Recording, null, stop);
        }
        else Wrong[""] = "places.desk.second.choose";
        return "recording_refused";
    }
}
